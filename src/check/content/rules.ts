import type { Rule } from '../rule.js';
import { images } from './image-missing.js';
import { references } from './reference-unknown.js';
import { seals } from './seal-missing.js';
import { missingSections } from './section-missing.js';
import { strangeSections } from './section-unknown.js';
import { holes } from './value-unreported.js';

export const contentRules: readonly Rule[] = [missingSections, strangeSections, references, holes, images, seals];
