/** Every rule as it describes itself; the command line reaches the rules only through here. */
export { rules as ruleTexts } from '../../check/rules.js';
