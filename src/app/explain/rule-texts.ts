/** The texts of all rules. The command line accesses the rules only through this module. */
export { rules as ruleTexts } from '../../check/rules.js';
