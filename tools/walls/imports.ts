import path from 'node:path';
import { parse } from '@babel/parser';

/** One import of a file. */
export interface Import {
  /** A package or Node module as written; own files as path from the project's root. */
  readonly name: string;
  /** Erased when compiled: nothing of it runs. */
  readonly typeOnly: boolean;
}

/** What a file imports, and the words in its code that a wall may forbid. */
export interface FileWords {
  readonly imports: readonly Import[];
  /** Identifiers and constant property names as they stand in the code; comments and texts are not code. */
  readonly words: ReadonlySet<string>;
  /** Names that are called or made with `new`. */
  readonly called: ReadonlySet<string>;
  /** Imports and requires whose target is computed. */
  readonly computedImports: number;
  /** Attributes and properties bound in templates, such as `.innerHTML=${…}`. */
  readonly boundProperties: ReadonlySet<string>;
}

const systemObjects = new Set(['process', 'console', 'globalThis']);

type Node = { readonly type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/**
 * Reads one TypeScript file.
 * @param file path from the project's root, "/" between names
 */
export function readWords(file: string, text: string): FileWords {
  const reader = new WordReader(file);
  reader.visit(
    parse(text, { sourceType: 'module', plugins: ['typescript', 'decorators'], errorRecovery: true })
      .program as unknown,
  );
  return reader;
}

class WordReader implements FileWords {
  readonly imports: Import[] = [];
  readonly words = new Set<string>();
  readonly called = new Set<string>();
  readonly boundProperties = new Set<string>();
  computedImports = 0;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  visit(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.visit(item);
    if (!isNode(value)) return;
    this.#read(value);
    for (const [key, child] of Object.entries(value)) if (key !== 'loc') this.visit(child);
  }

  #read(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
        this.#add(node.source, node.importKind === 'type' || allTypes(node.specifiers, 'importKind'));
        break;
      case 'ExportAllDeclaration':
        this.#add(node.source, node.exportKind === 'type');
        break;
      case 'ExportNamedDeclaration':
        if (node.source) this.#add(node.source, node.exportKind === 'type' || allTypes(node.specifiers, 'exportKind'));
        break;
      case 'TSImportType':
        this.#add(node.argument, true);
        break;
      case 'TSExternalModuleReference':
        this.#add(node.expression, false);
        break;
      case 'ImportExpression':
        this.#add(node.source, false);
        break;
      case 'NewExpression':
      case 'CallExpression':
      case 'OptionalCallExpression':
        this.#readCall(node);
        break;
      case 'Identifier':
      case 'JSXIdentifier':
        this.words.add(node.name as string);
        break;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (node.computed) this.#addWord(node.property);
        this.#addMember(node);
        break;
      case 'TemplateElement':
        this.#readTemplate(String((node.value as { raw: string }).raw));
    }
  }

  #addWord(property: unknown): void {
    const text = constantText(property);
    if (text !== null) this.words.add(text);
  }

  /** Members of what the system gives to every file, such as "process.env". */
  #addMember({ object, property, computed }: Node): void {
    if (!isNode(object) || object.type !== 'Identifier' || !isNode(property)) return;
    const name = computed ? constantText(property) : property.name;
    if (systemObjects.has(object.name as string)) this.words.add(`${object.name}.${name}`);
  }

  #readCall({ callee, arguments: given }: Node): void {
    if (!isNode(callee)) return;
    const [argument] = given as unknown[];
    const name = callee.type === 'Identifier' ? (callee.name as string) : null;
    if (name !== null) this.called.add(name);
    const property = isNode(callee.property) ? (callee.property.name ?? constantText(callee.property)) : null;
    if (typeof property === 'string') this.called.add(property);
    if (callee.type === 'Import' || name === 'require' || property === 'getBuiltinModule') this.#add(argument, false);
  }

  /** The attribute that the next value of a template is bound to. */
  #readTemplate(raw: string): void {
    const bound = /[.?@]?([\w-]+)\s*=\s*["']?$/.exec(raw)?.[1];
    if (bound) this.boundProperties.add(bound);
  }

  #add(source: unknown, typeOnly: boolean): void {
    const name = constantText(source);
    if (name === null) {
      this.computedImports++;
      return;
    }
    const own = name.startsWith('.') ? path.posix.join(path.posix.dirname(this.#file), name) : name;
    this.imports.push({ name: own, typeOnly });
  }
}

/** The text that an expression always has; null when it is computed. */
function constantText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'StringLiteral') return node.value as string;
  if (node.type === 'TSLiteralType') return constantText(node.literal);
  const { quasis } = node as { quasis?: { value: { cooked: string } }[] };
  return node.type === 'TemplateLiteral' && quasis?.length === 1 ? quasis[0].value.cooked : null;
}

function allTypes(specifiers: unknown, kind: 'importKind' | 'exportKind'): boolean {
  const list = specifiers as Node[];
  return list.length > 0 && list.every((specifier) => specifier[kind] === 'type');
}
