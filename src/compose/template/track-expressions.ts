/**
 * Rewrites a template so that every value in it carries its origin: a path becomes a call of `field` on the record that
 * holds the value, and every `{{…}}` that prints becomes a call of `print`. Authors of templates write plain Handlebars.
 */
export function trackExpressions(program: hbs.AST.Program): hbs.AST.Program {
  trackProgram(program);
  return program;
}

function trackProgram(program: hbs.AST.Program | undefined): void {
  for (const statement of program?.body ?? []) trackStatement(statement);
}

function trackStatement(statement: hbs.AST.Statement): void {
  switch (statement.type) {
    case 'MustacheStatement':
      return trackPrint(statement as hbs.AST.MustacheStatement);
    case 'BlockStatement': {
      const block = statement as hbs.AST.BlockStatement;
      trackCall(block);
      trackProgram(block.program);
      return trackProgram(block.inverse);
    }
    case 'PartialStatement':
    case 'PartialBlockStatement': {
      const partial = statement as hbs.AST.PartialStatement;
      trackCall(partial);
      partial.params = partial.params.map(untracked);
      for (const pair of pairsOf(partial)) pair.value = untracked(pair.value);
      return trackProgram((statement as hbs.AST.PartialBlockStatement).program);
    }
    default:
      return;
  }
}

interface Call {
  params: hbs.AST.Expression[];
  /** The parser leaves it out where there are no pairs, whatever its types say. */
  hash?: hbs.AST.Hash;
}

function pairsOf({ hash }: Call): readonly hbs.AST.HashPair[] {
  return hash?.pairs ?? [];
}

function trackCall(call: Call): void {
  call.params = call.params.map(trackExpression);
  for (const pair of pairsOf(call)) pair.value = trackExpression(pair.value);
}

function trackPrint(statement: hbs.AST.MustacheStatement): void {
  const { path, params, hash, loc } = statement;
  // A bare name is always a value, even where a helper shares it: content may call a field `count` or `present`.
  const isCall = params.length > 0 || pairsOf(statement).length > 0;
  const inner = isCall ? ({ type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression) : path;
  statement.path = helperPath('print', loc);
  statement.params = [trackExpression(inner)];
  statement.hash = { type: 'Hash', pairs: [], loc };
}

function trackExpression(expression: hbs.AST.Expression): hbs.AST.Expression {
  if (expression.type === 'SubExpression') {
    trackCall(expression as hbs.AST.SubExpression);
    return expression;
  }
  return expression.type === 'PathExpression' ? trackPath(expression as hbs.AST.PathExpression) : expression;
}

/** `@index` and its like are counted by the template; `@root` and everything below it is data. */
function trackPath(path: hbs.AST.PathExpression): hbs.AST.Expression {
  const { data, depth, parts, loc } = path;
  if (data && parts[0] !== 'root') return path;
  const keys = data ? parts.slice(1) : parts;
  if (keys.length === 0) return !data && depth === 0 ? callOf('current', [path], loc) : path;
  const base = { ...path, parts: data ? ['root'] : [], original: data ? '@root' : depth > 0 ? '..' : 'this' };
  const names = keys.map((value) => ({ type: 'StringLiteral', value, original: value, loc }));
  return callOf('field', [base, ...names], loc);
}

/** The context of a partial is a plain value again. */
function untracked(expression: hbs.AST.Expression): hbs.AST.Expression {
  return expression.type === 'SubExpression' ? callOf('untracked', [expression], expression.loc) : expression;
}

function callOf(name: string, params: hbs.AST.Expression[], loc: hbs.AST.SourceLocation): hbs.AST.SubExpression {
  const hash = { type: 'Hash', pairs: [], loc } as hbs.AST.Hash;
  return { type: 'SubExpression', path: helperPath(name, loc), params, hash, loc };
}

function helperPath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}
