/** Finds every member of Electron that sources use: methods, properties, events by name, options by key, roles of menu items. */
import ts from 'typescript';
import type { Platform, Places } from './platforms.ts';
import { PLATFORMS, platformsAt, taggedPlatforms } from './platforms.ts';
import { ROLES } from './roles.ts';

export interface Use {
  /** `App.setPath`, `App.on('activate')`, `new Tray`, `Settings.path`, `role: hide`. */
  readonly member: string;
  /** Where Electron's typings say that it exists; null: everywhere. */
  readonly platforms: readonly Platform[] | null;
  readonly file: string;
  readonly line: number;
  /** Where this place can be reached. */
  readonly runsOn: readonly Platform[];
}

/** The uses of what is missing on a platform that reaches them. */
export function misuses(uses: readonly Use[]): readonly (Use & { readonly missingOn: readonly Platform[] })[] {
  return uses.flatMap((use) => {
    const missingOn = use.runsOn.filter((platform) => use.platforms?.includes(platform) === false);
    return missingOn.length === 0 ? [] : [{ ...use, missingOn }];
  });
}

const isElectrons = (node: ts.Node): boolean => node.getSourceFile().fileName.endsWith('/node_modules/electron/electron.d.ts');
const declarationsOf = (symbol: ts.Symbol | undefined): readonly ts.Declaration[] => (symbol?.declarations ?? []).filter(isElectrons);

export function usesIn(program: ts.Program, files: readonly ts.SourceFile[]): readonly Use[] {
  return new Finder(program.getTypeChecker()).in(files);
}

/** Of types within types: `ipcMain.handle`, its listener, the event, the frame. */
const MAX_DEPTH = 5;

class Finder {
  readonly #checker: ts.TypeChecker;
  readonly #places: Places;
  readonly #uses = new Map<string, Use>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
    this.#places = { checker, presentOn: (expression) => this.#presentOn(expression) };
  }

  in(files: readonly ts.SourceFile[]): readonly Use[] {
    const visit = (node: ts.Node): void => {
      // Types alone do nothing.
      if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
      this.#look(node);
      ts.forEachChild(node, visit);
    };
    for (const file of files) visit(file);
    return [...this.#uses.values()].sort((one, other) => (one.member < other.member ? -1 : 1));
  }

  #look(node: ts.Node): void {
    if (ts.isImportSpecifier(node)) this.#imported(node);
    else if (ts.isPropertyAccessExpression(node)) this.#accessed(node);
    else if (ts.isNewExpression(node) || ts.isCallExpression(node)) this.#called(node);
    else if (ts.isBindingElement(node)) this.#destructured(node);
    else if (ts.isObjectLiteralExpression(node)) this.#options(node);
    if (ts.isExpression(node) && !ts.isObjectLiteralExpression(node)) this.#handedOn(node);
  }

  /** `import { app } from 'electron'` */
  #imported(node: ts.ImportSpecifier): void {
    const from = node.parent.parent.parent.moduleSpecifier;
    if (node.isTypeOnly || node.parent.parent.phaseModifier !== undefined || !ts.isStringLiteral(from) || from.text !== 'electron') return;
    this.#add(`electron.${(node.propertyName ?? node.name).text}`, null, node);
  }

  #accessed(node: ts.PropertyAccessExpression): void {
    const [declaration] = declarationsOf(this.#checker.getSymbolAtLocation(node.name));
    const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
    if (declaration === undefined || isCalled || !isMember(declaration)) return;
    // To read what is undefined elsewhere is how one asks for it.
    this.#add(nameOf(declaration), this.#presentOn(node) === null ? taggedPlatforms(declaration) : null, node);
  }

  /** The overload that is called, which has the event's name and its platforms. */
  #called(node: ts.CallExpression | ts.NewExpression): void {
    const declaration = this.#checker.getResolvedSignature(node)?.declaration;
    if (declaration === undefined || !ts.isFunctionLike(declaration)) return;
    const own = isElectrons(declaration) ? null : taggedPlatforms(declaration);
    if (own !== null) this.#add(`${node.expression.getText()}()`, own, node);
    if (!isElectrons(declaration) || !isMember(declaration)) return;
    // A property that holds a function has its name and tags; a callback that Electron handed over has none.
    const [held] = ts.isFunctionTypeNode(declaration) ? this.#declarationsAt(node.expression) : [declaration];
    if (held !== undefined) this.#add(nameOf(held), taggedPlatforms(held), node);
  }

  #declarationsAt(callee: ts.Expression): readonly ts.Declaration[] {
    return ts.isPropertyAccessExpression(callee) ? declarationsOf(this.#checker.getSymbolAtLocation(callee.name)) : [];
  }

  /** `const { defaultSession } = session` */
  #destructured(node: ts.BindingElement): void {
    const name = node.propertyName ?? node.name;
    if (!ts.isObjectBindingPattern(node.parent) || !ts.isIdentifier(name)) return;
    const type = this.#checker.getTypeAtLocation(node.parent);
    for (const declaration of declarationsOf(type.getProperty(name.text))) {
      if (isMember(declaration)) this.#add(nameOf(declaration), taggedPlatforms(declaration), node);
    }
  }

  #options(node: ts.ObjectLiteralExpression): void {
    const wanted = this.#checker.getContextualType(node);
    if (wanted === undefined) return;
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) {
        for (const part of partsOf(this.#checker.getTypeAtLocation(property.expression))) this.#keys(part, wanted, property);
      } else if (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) {
        this.#key(property.name.text, wanted, property);
        const isRole = property.name.text === 'role' && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer);
        if (isRole) this.#role(property.initializer.text, wanted, property);
      }
    }
  }

  #role(role: string, wanted: ts.Type, at: ts.Node): void {
    const isItem = partsOf(wanted).some((part) => declarationsOf(part.getProperty('role')).length > 0);
    if (isItem) this.#add(`role: ${role}`, ROLES[role] ?? null, at);
  }

  #key(name: string, wanted: ts.Type, at: ts.Node): void {
    const declarations = partsOf(wanted).flatMap((part) => declarationsOf(part.getProperty(name)));
    for (const declaration of declarations) if (isMember(declaration)) this.#add(nameOf(declaration), taggedPlatforms(declaration), at);
  }

  /** The keys of an object that was made before. Where it was made can be for one platform, too. */
  #keys(given: ts.Type, wanted: ts.Type, at: ts.Node): void {
    for (const property of given.getProperties()) {
      const made = (property.declarations ?? []).filter(ts.isPropertyAssignment);
      if (declarationsOf(property).length > 0) continue;
      for (const place of made.length === 0 ? [at] : made) this.#key(property.name, wanted, place);
    }
  }

  /** An object of ours where Electron takes options, or an object of Electron's where ours is wanted, which has only what is used. */
  #handedOn(node: ts.Expression): void {
    const isReceiver = ts.isPropertyAccessExpression(node.parent) || ts.isImportSpecifier(node.parent);
    const wanted = isReceiver ? undefined : this.#checker.getContextualType(node);
    if (wanted === undefined) return;
    const given = this.#checker.getTypeAtLocation(node);
    if (given === wanted) return;
    for (const part of partsOf(given)) {
      if (part.flags & ts.TypeFlags.Object && part.getCallSignatures().length === 0) this.#keys(part, wanted, node);
    }
    this.#taken(given, wanted, node, 0);
  }

  /** What a type of ours takes of one of Electron's, in the parameters of callbacks too. */
  #taken(given: ts.Type, wanted: ts.Type, at: ts.Node, depth: number): void {
    if (given === wanted || depth > MAX_DEPTH) return;
    for (const theirs of partsOf(given)) {
      for (const ours of partsOf(wanted)) {
        const [one, other] = [theirs, ours].map((type) => type.getCallSignatures()[0]?.getParameters() ?? []);
        other?.forEach((parameter, index) => {
          const counterpart = one?.[index];
          if (counterpart === undefined) return;
          const [of, to] = [counterpart, parameter].map((symbol) => this.#checker.getTypeOfSymbolAtLocation(symbol, at));
          if (of === undefined || to === undefined) return;
          this.#taken(of, to, at, depth + 1);
          this.#taken(to, of, at, depth + 1);
        });
        if ((ours.flags & ts.TypeFlags.Object) === 0 || ours.getCallSignatures().length > 0) continue;
        for (const property of ours.getProperties()) this.#offered(theirs.getProperty(property.name), property, at, depth);
      }
    }
  }

  #offered(offered: ts.Symbol | undefined, wanted: ts.Symbol, at: ts.Node, depth: number): void {
    const [declaration] = declarationsOf(offered);
    // Whoever uses a type of Electron's is found where they do.
    if (offered === undefined || declaration === undefined || declarationsOf(wanted).length > 0) return;
    if (isMember(declaration)) this.#add(nameOf(declaration), taggedPlatforms(declaration), at);
    const [of, to] = [offered, wanted].map((symbol) => this.#checker.getTypeOfSymbolAtLocation(symbol, at));
    if (of !== undefined && to !== undefined) this.#taken(of, to, at, depth + 1);
  }

  /** Such as `app.dock`, whose type says that it is undefined elsewhere. */
  #presentOn(expression: ts.Expression): readonly Platform[] | null {
    if (!ts.isPropertyAccessExpression(expression)) return null;
    const symbol = this.#checker.getSymbolAtLocation(expression.name);
    const [declaration] = declarationsOf(symbol);
    if (symbol === undefined || declaration === undefined || !isMember(declaration)) return null;
    const isOptional = partsOf(this.#checker.getTypeOfSymbol(symbol)).some((part) => part.flags & ts.TypeFlags.Undefined);
    return isOptional ? taggedPlatforms(declaration) : null;
  }

  #add(member: string, platforms: readonly Platform[] | null, at: ts.Node): void {
    const source = at.getSourceFile();
    const line = source.getLineAndCharacterOfPosition(at.getStart()).line + 1;
    const runsOn = platforms === null ? PLATFORMS : platformsAt(at, this.#places);
    this.#uses.set(`${member} ${source.fileName}:${line}`, { member, platforms, file: source.fileName, line, runsOn });
  }
}

/** Electron's own files also hold types such as Partial, and members of Node's emitters are not Electron's. */
const isMember = (declaration: ts.Node): boolean => containerOf(declaration) !== null;

function containerOf(declaration: ts.Node): string | null {
  for (let node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.name?.text ?? null;
  }
  return null;
}

const LISTENING = new Set(['on', 'once', 'off', 'addListener', 'removeListener']);

function nameOf(declaration: ts.Declaration | ts.JSDocSignature): string {
  const container = containerOf(declaration) ?? '';
  if (ts.isConstructorDeclaration(declaration)) return `new ${container}`;
  const name = ts.getNameOfDeclaration(declaration)?.getText() ?? '';
  const event = ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration) ? declaration.parameters[0]?.type : undefined;
  const isEvent = LISTENING.has(name) && event !== undefined && ts.isLiteralTypeNode(event) && ts.isStringLiteral(event.literal);
  return isEvent ? `${container}.on(${event.literal.getText()})` : `${container}.${name}`;
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
