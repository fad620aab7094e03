/** The members and events of Electron that the stand-in has, read from its sources: its classes, and the objects it makes strict. */
import ts from 'typescript';

/** By class or interface of Electron's typings: the names of its members, and whether it has methods or only values. */
export interface Typings {
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly withMethods: ReadonlySet<string>;
}

export function readTypings(program: ts.Program): Typings {
  const members = new Map<string, Set<string>>();
  const withMethods = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isModuleBlock(node) || ts.isModuleDeclaration(node)) ts.forEachChild(node, visit);
    if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) return;
    const name = node.name?.text ?? '';
    const own = members.get(name) ?? new Set<string>();
    members.set(name, own);
    for (const member of node.members) {
      own.add(member.name?.getText() ?? '');
      if (ts.isMethodDeclaration(member) || ts.isMethodSignature(member)) withMethods.add(name);
    }
  };
  program
    .getSourceFiles()
    .find(({ fileName }) => fileName.endsWith('/electron/electron.d.ts'))
    ?.forEachChild(visit);
  return { members, withMethods };
}

export function membersOfStandin(files: readonly ts.SourceFile[], typings: Typings): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (container: string, name: string): void => {
    if (typings.members.get(container)?.has(name) === true) found.add(`${container}.${name}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) ofClass(node, add, (event) => found.add(event));
    if (ts.isCallExpression(node) && /^(strict|known|constructible)$/.test(node.expression.getText())) ofObject(node, add);
    ts.forEachChild(node, visit);
  };
  for (const file of files) ts.forEachChild(file, visit);
  return found;
}

/** `class Window extends Emitter implements Pick<Electron.BrowserWindow, …>` */
function ofClass(node: ts.ClassDeclaration, add: (container: string, name: string) => void, addEvent: (event: string) => void): void {
  const heritage = (node.heritageClauses ?? []).map((clause) => clause.getText()).join(' ');
  const container = /\bElectron\.(\w+)/.exec(heritage)?.[1] ?? node.name?.text ?? '';
  for (const member of node.members) {
    const name = member.name?.getText() ?? '_';
    if (!name.startsWith('_')) add(container, name);
    if (ts.isConstructorDeclaration(member)) for (const event of eventsOf(member)) addEvent(`${container}.on('${event}')`);
  }
}

/** `super('app', EVENTS)` */
function eventsOf(constructor: ts.ConstructorDeclaration): readonly string[] {
  const call = constructor.body?.statements
    .filter(ts.isExpressionStatement)
    .map(({ expression }) => expression)
    .find((expression) => ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword);
  const known = call !== undefined && ts.isCallExpression(call) ? call.arguments[1] : undefined;
  const list = known !== undefined && ts.isIdentifier(known) ? valueOf(known) : known;
  return list === undefined ? [] : textsOf(list);
}

/** `['one', ...['two', 'three']]` */
function textsOf(list: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(list)) return [list.text];
  if (ts.isSpreadElement(list)) return textsOf(list.expression);
  return ts.isArrayLiteralExpression(list) ? list.elements.flatMap(textsOf) : [];
}

/** Of a constant of the same file. */
function valueOf(name: ts.Identifier): ts.Expression | undefined {
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((declaration) => declaration.name.getText() === name.text);
    if (found !== undefined) return found.initializer;
  }
  return undefined;
}

/** `strict('dialog', { … })`: the typings' name begins with a capital. */
function ofObject(node: ts.CallExpression, add: (container: string, name: string) => void): void {
  const [name] = node.arguments;
  if (name === undefined || !ts.isStringLiteral(name)) return;
  const container = `${name.text.charAt(0).toUpperCase()}${name.text.slice(1)}`;
  for (const part of node.arguments) {
    if (!ts.isObjectLiteralExpression(part)) continue;
    for (const property of part.properties) add(container, property.name?.getText() ?? '');
  }
}
