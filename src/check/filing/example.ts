/** The example document of the rules about filings. */
export const EXAMPLE_FILE = 'units/qiaodong/filing.md';

/** The materials that a filing must enclose, as an example writes them. */
export const EXAMPLE_MATERIALS = '备案材料:\n  - { 文种: analysis, 份数: 2 }\n  - { 文种: evaluation, 份数: 2 }';
