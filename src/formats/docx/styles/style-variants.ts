/** The style ids of one document in a shared file, by their ids in a file of its own. */
export type Variants = ReadonlyMap<string, string>;

/** The identifying properties of a style. */
export interface NamedStyle {
  readonly id: string;
  readonly name: string;
  readonly alias?: string;
  readonly basedOn?: string;
}

/** A variant of a built-in style is a custom style, so it is named after the alias. */
function numberedVariant<T extends NamedStyle>({ alias, ...style }: T, number: number): T {
  return { ...style, name: `${alias ?? style.name} ${number}` } as T;
}

/**
 * Merges style sheets. Equal styles are written once; of different styles with one id, the first keeps it and the
 * others are numbered.
 */
export function mergeStyles<T extends NamedStyle>(
  sheets: readonly (readonly T[])[],
): { readonly styles: readonly T[]; readonly ids: readonly Variants[] } {
  const idsByFormatByStyle = new Map<string, Map<string, string>>();
  const styles: T[] = [];
  const ids = sheets.map((sheet) => {
    const sheetIds = new Map<string, string>();
    for (const each of sheet) {
      const idsByFormat = idsByFormatByStyle.get(each.id) ?? new Map<string, string>();
      const base = each.basedOn === undefined ? {} : { basedOn: sheetIds.get(each.basedOn) ?? each.basedOn };
      const format = JSON.stringify({ ...each, ...base });
      const number = idsByFormat.size + 1;
      const id = idsByFormat.get(format) ?? (number === 1 ? each.id : `${each.id}${number}`);
      if (!idsByFormat.has(format))
        styles.push(number === 1 ? each : numberedVariant({ ...each, ...base, id }, number));
      idsByFormatByStyle.set(each.id, idsByFormat.set(format, id));
      sheetIds.set(each.id, id);
    }
    return sheetIds;
  });
  return { styles, ids };
}
