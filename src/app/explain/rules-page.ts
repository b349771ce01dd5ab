import type { Example, Rule } from '../../check/rule.js';
import { rules, themes } from '../../check/rules.js';
import { noteGroups } from './finding-codes.js';
import { severityLabel } from './explain.js';

/** The index of all rules as a Markdown page, generated from the rules. */
export function rulesPage(): string {
  const parts = themes.map(({ title, rules: listed }) => [`## ${title}`, ...listed.map(section)].join('\n\n'));
  return [HEAD, index(), ...parts, otherCodes()].join('\n\n');
}

const HEAD = `# 检查规则

\`hongtou check\` 用这里的 ${rules.length} 条规则检查整个工作目录，\`hongtou explain 代码\` 在终端里看其中一条。
本页由规则自己生成，每条规则的两个例子同时是它的测试：先是没有问题的写法，后是会被指出的写法。

活动文件的“规则”可以给一条规则定门槛、改程度或者不查，改程度和不查要写理由；定稿里的错误不能放过。行文规范各条的准确率见 [norms.md](norms.md)。`;

function index(): string {
  const rows = themes.flatMap(({ title, rules: listed }) =>
    listed.map(
      (rule) => `| ${title} | [${rule.code}](#${rule.code.toLowerCase()}) | ${severityLabel(rule)} | ${rule.title} |`,
    ),
  );
  return ['| 类别 | 代码 | 程度 | 要求 |', '|---|---|---|---|', ...rows].join('\n');
}

function section(rule: Rule): string {
  const { code, title, detail, source, examples } = rule;
  return [
    `### ${code}`,
    `**${title}**　${severityLabel(rule)}`,
    detail,
    `依据：${source}`,
    fenced(examples.good),
    fenced(examples.bad),
  ].join('\n\n');
}

function fenced({ file, lines }: Example): string {
  return ['```markdown', `<!-- ${file} -->`, lines, '```'].join('\n');
}

function otherCodes(): string {
  const tables = noteGroups.map(({ title, notes }) => {
    const rows = notes.map(({ code, title: label, detail }) => `| ${code} | ${label} | ${detail} |`);
    return [`### ${title}`, '', '| 代码 | 情况 | 怎么办 |', '|---|---|---|', ...rows].join('\n');
  });
  return [`## 其他代码`, '读取、生成、报送和核验时也会指出问题，它们不是规则，不能放宽。', ...tables, ''].join('\n\n');
}
