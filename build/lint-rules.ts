/** Two lint rules of our own: time and chance are passed in, and modules hold no state that changes. */

/** The part of a syntax tree that the rules look at. */
interface Node {
  readonly type: string;
  readonly parent: Node;
  readonly name: string;
  readonly kind: string;
  readonly object: Node;
  readonly property: Node;
  readonly callee: Node;
  readonly arguments: readonly Node[];
}
interface Context {
  report(found: { readonly node: Node; readonly message: string }): void;
}
type Visitor = Readonly<Record<string, (node: Node) => void>>;

const PASS_CLOCK = 'Pass in a Clock and call nowMs().';
/** What reads the time or draws a number, by the object and its member. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  'Date.now': PASS_CLOCK,
  'Temporal.Now': PASS_CLOCK,
  'performance.now': 'Pass in a Clock and call uptimeMs().',
  'Math.random': 'Pass in a Clock and call random(), or a PinSource for PINs.',
};

export default {
  meta: { name: 'latchkey' },
  rules: {
    'no-own-time': {
      create(context: Context): Visitor {
        const isDate = (node: Node): boolean => node.type === 'Identifier' && node.name === 'Date';
        return {
          MemberExpression(node) {
            if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
            const message = FORBIDDEN[`${node.object.name}.${node.property.name}`];
            if (message !== undefined) context.report({ node, message });
          },
          NewExpression(node) {
            if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message: PASS_CLOCK });
          },
          CallExpression(node) {
            if (isDate(node.callee)) context.report({ node, message: PASS_CLOCK });
          },
        };
      },
    },
    'no-module-state': {
      create(context: Context): Visitor {
        return {
          VariableDeclaration(node) {
            const isOfModule = node.parent.type === 'Program' || node.parent.type === 'ExportNamedDeclaration';
            if (!isOfModule || node.kind !== 'let') return;
            context.report({ node, message: 'No mutable state in a module: keep it in something with a lifetime.' });
          },
        };
      },
    },
  },
};
