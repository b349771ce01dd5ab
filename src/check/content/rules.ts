import type { Rule } from '../rule.js';
import { imageMissing } from './image-missing.js';
import { referenceUnknown } from './reference-unknown.js';
import { sealMissing } from './seal-missing.js';
import { sectionMissing } from './section-missing.js';
import { sectionUnknown } from './section-unknown.js';
import { valueUnreported } from './value-unreported.js';

export const contentRules: readonly Rule[] = [sectionMissing, sectionUnknown, referenceUnknown, valueUnreported, imageMissing, sealMissing];
