/** The ids of the styles of one document, by the ids that it would have alone. */
export type Variants = ReadonlyMap<string, string>;

/** A style by its id and its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly alias?: string;
  readonly basedOn?: string;
}

/** A variant of one of Word's own styles is none of them. */
function numbered<T extends Named>({ alias, ...style }: T, number: number): T {
  return { ...style, name: `${alias ?? style.name} ${number}` } as T;
}

/** Every look once: the first of a name keeps it, the others are numbered. */
export function distinguish<T extends Named>(
  sheets: readonly (readonly T[])[],
): { readonly styles: readonly T[]; readonly ids: readonly Variants[] } {
  const known = new Map<string, Map<string, string>>();
  const styles: T[] = [];
  const ids = sheets.map((sheet) => {
    const own = new Map<string, string>();
    for (const each of sheet) {
      const looks = known.get(each.id) ?? new Map<string, string>();
      const base = each.basedOn === undefined ? {} : { basedOn: own.get(each.basedOn) ?? each.basedOn };
      const look = JSON.stringify({ ...each, ...base });
      const number = looks.size + 1;
      const id = looks.get(look) ?? (number === 1 ? each.id : `${each.id}${number}`);
      if (!looks.has(look)) styles.push(number === 1 ? each : numbered({ ...each, ...base, id }, number));
      known.set(each.id, looks.set(look, id));
      own.set(each.id, id);
    }
    return own;
  });
  return { styles, ids };
}
