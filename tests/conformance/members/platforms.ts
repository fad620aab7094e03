/** On which platforms a place in the sources runs, and for which ones a declaration is meant, as its JSDoc tag `@platform` says. */
import ts from 'typescript';

export type Platform = 'darwin' | 'linux' | 'win32';
export const PLATFORMS: readonly Platform[] = ['darwin', 'linux', 'win32'];

/** Null: no tag, so every platform. The Mac App Store (`mas`) is not one of ours. */
export function taggedPlatforms(declaration: ts.Node): readonly Platform[] | null {
  const tag = ts.getJSDocTags(declaration).find(({ tagName }) => tagName.text === 'platform');
  if (tag === undefined) return null;
  const names = (ts.getTextOfJSDocComment(tag.comment) ?? '').split(',').map((name) => name.trim());
  return PLATFORMS.filter((platform) => names.includes(platform));
}

/** What a condition is on a platform; undefined: it depends on something else. */
type Truth = boolean | undefined;

/** Whether reading this expression gives something on the platform only; null: everywhere, or nothing is known. */
type PresentOn = (expression: ts.Expression) => readonly Platform[] | null;

export interface Places {
  readonly checker: ts.TypeChecker;
  readonly presentOn: PresentOn;
}

/** The platforms on which this place can be reached, by the conditions around it and the returns before it. */
export function platformsAt(node: ts.Node, places: Places): readonly Platform[] {
  return PLATFORMS.filter((platform) => reaches(node, platform, places));
}

function reaches(node: ts.Node, platform: Platform, places: Places): boolean {
  const is = (condition: ts.Expression): Truth => truth(condition, platform, places);
  for (let child = node; !ts.isSourceFile(child); child = child.parent) {
    const { parent } = child;
    if (ts.isIfStatement(parent)) {
      if (child === parent.thenStatement && is(parent.expression) === false) return false;
      if (child === parent.elseStatement && is(parent.expression) === true) return false;
    } else if (ts.isConditionalExpression(parent)) {
      if (child === parent.whenTrue && is(parent.condition) === false) return false;
      if (child === parent.whenFalse && is(parent.condition) === true) return false;
    } else if (ts.isBinaryExpression(parent) && child === parent.right) {
      const { kind } = parent.operatorToken;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken && is(parent.left) === false) return false;
      if (kind === ts.SyntaxKind.BarBarToken && is(parent.left) === true) return false;
    } else if (isStatementList(parent) && hasLeft(parent.statements, child, is)) return false;
    // Of a function that is declared for some platforms, callers are checked instead.
    const declaredFor = ts.isFunctionLike(child) || ts.isClassDeclaration(child) ? taggedPlatforms(child) : null;
    if (declaredFor?.includes(platform) === false) return false;
    if (isStep(child) && endsBefore(child, platform, places)) return false;
  }
  return true;
}

const isStatementList = (node: ts.Node): node is ts.Block | ts.SourceFile => ts.isBlock(node) || ts.isSourceFile(node);

/** `if (…) return;` before the statement. */
function hasLeft(statements: readonly ts.Statement[], at: ts.Node, is: (condition: ts.Expression) => Truth): boolean {
  for (const statement of statements) {
    if (statement === at) return false;
    if (ts.isIfStatement(statement) && is(statement.expression) === true && leaves(statement.thenStatement)) return true;
  }
  return false;
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true;
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : undefined;
  return last !== undefined && leaves(last);
}

const isStep = (node: ts.Node): node is ts.PropertyAccessExpression | ts.CallExpression =>
  ts.isPropertyAccessExpression(node) || ts.isCallExpression(node);

/** `a?.b.c()`: what follows `?.` only happens where `a` is something. */
function endsBefore(step: ts.PropertyAccessExpression | ts.CallExpression, platform: Platform, places: Places): boolean {
  const { expression } = step;
  if (step.questionDotToken !== undefined && places.presentOn(expression)?.includes(platform) === false) return true;
  return isStep(expression) && endsBefore(expression, platform, places);
}

function truth(condition: ts.Expression, platform: Platform, places: Places): Truth {
  const of = (expression: ts.Expression): Truth => truth(expression, platform, places);
  if (ts.isParenthesizedExpression(condition)) return of(condition.expression);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) return not(of(condition.operand));
  if (ts.isBinaryExpression(condition)) return ofBinary(condition, platform, of);
  const present = places.presentOn(condition);
  // Elsewhere it is undefined, which is false; there it need not be true.
  if (present?.includes(platform) === false) return false;
  if (ts.isIdentifier(condition)) {
    const declared = places.checker.getSymbolAtLocation(condition)?.valueDeclaration;
    const isConstant = declared !== undefined && ts.isVariableDeclaration(declared) && (declared.parent.flags & ts.NodeFlags.Const) !== 0;
    if (isConstant && declared.initializer !== undefined) return of(declared.initializer);
  }
  return undefined;
}

const not = (value: Truth): Truth => (value === undefined ? undefined : !value);

function ofBinary({ left, right, operatorToken }: ts.BinaryExpression, platform: Platform, of: (part: ts.Expression) => Truth): Truth {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      if (of(left) === false || of(right) === false) return false;
      return of(left) === true && of(right) === true ? true : undefined;
    case ts.SyntaxKind.BarBarToken:
      if (of(left) === true || of(right) === true) return true;
      return of(left) === false && of(right) === false ? false : undefined;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return isPlatform(left) && ts.isStringLiteral(right) ? right.text === platform : undefined;
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return isPlatform(left) && ts.isStringLiteral(right) ? right.text !== platform : undefined;
    default:
      return undefined;
  }
}

/** `process.platform`, or what it was handed on as: always `platform`. */
const isPlatform = (expression: ts.Expression): boolean => /(^|\.)platform$/.test(expression.getText());
