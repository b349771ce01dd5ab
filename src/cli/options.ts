import { InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../app/build/formats.js';
import type { Format } from '../app/build/formats.js';

/** An option with a list of values. Commander detects `...` only after a Latin letter, so `variadic` is set here. */
export function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.variadic = true;
  return option;
}

/** `--format`: some of these formats; by default all of them. */
export function formatOption(formats: readonly Format[] = FORMATS): Option {
  return new Option('--format <格式>', '格式，用逗号隔开')
    .default(formats, formats.map(({ id }) => id).join(','))
    .argParser((text) => parseFormats(text, formats));
}

function parseFormats(text: string, formats: readonly Format[]): readonly Format[] {
  const names = new Set(text.split(',').map((part) => part.trim().toLowerCase()));
  const chosen = formats.filter(({ id }) => names.has(id));
  if (chosen.length === names.size) return chosen;
  throw new InvalidArgumentError(`只能是 ${formats.map(({ id }) => id).join('、')}。`);
}
