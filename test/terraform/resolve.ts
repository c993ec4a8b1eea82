import { valueAt } from './guide.js';
import { isBlock, type Module, type Value } from './module.js';

/** `var.a == null ? x : y`, where the first may be a member that is tried. */
const CONDITIONAL = /^(?:try\()?(var\.\w+)(?:[\w.]*, null\))? == (null|"\w+") \? (.+?) : (.+)$/s;
const REFERENCE = /^(\w+)\.(\w+)(?:\[\d+\])?(?:\.(\w+))?$/;
/** One expression; a text within it may have another one. */
const WHOLE = /^\$\{([^{}]*|[^$]*|[^{}"]*"[^"]*"[^{}"]*)\}$/;
const PRODUCT = /^(\d+) \* (var\.\w+)$/;

/**
 * Tells what a value is worth, as far as that is written in the module: with the inputs, the defaults of the other
 * variables, and the attributes that resources are given. What only the cloud knows stays an expression.
 */
export class Resolver {
  /** @param inputs of the module, by variable */
  constructor(
    private readonly module: Module,
    private readonly inputs: Readonly<Record<string, Value>>,
  ) {}

  /** A member of a resource; `a.b` is one of a nested block. Null where it is not set. */
  get(resource: string, path: string): Value {
    const [type, name] = resource.split('.');
    return this.resolve(valueAt(this.module.resources[type!]?.[name!] ?? {}, path));
  }

  resolve(value: Value | undefined): Value {
    if (value === undefined) return null;
    if (typeof value === 'string') return this.#resolveText(value);
    if (Array.isArray(value)) return (value as readonly Value[]).map((one) => this.resolve(one));
    if (!isBlock(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, this.resolve(one)]),
    );
  }

  #resolveText(text: string): Value {
    const [all, expression] = WHOLE.exec(text) ?? [];
    if (all !== undefined) return this.#evaluate(expression!) ?? text;
    return text.replace(/\$\{([^{}]*)\}/g, (whole, inner: string) => {
      const value = this.#evaluate(inner);
      return value === undefined || typeof value === 'object' ? whole : String(value);
    });
  }

  /** @returns undefined where the module alone does not say it */
  #evaluate(expression: string): Value | undefined {
    const [, condition, equal, one, other] = CONDITIONAL.exec(expression) ?? [];
    if (condition !== undefined) {
      const value = this.#evaluate(condition);
      const chosen = JSON.stringify(value ?? null) === equal ? one! : other!;
      return this.#evaluate(chosen) ?? `\${${chosen}}`;
    }
    const [, factor, variable] = PRODUCT.exec(expression) ?? [];
    if (variable !== undefined) return Number(factor) * Number(this.#evaluate(variable));
    if (/^"[^"\\]*"$/.test(expression)) return this.#resolveText(expression.slice(1, -1));
    const [, root, name, attribute] = REFERENCE.exec(expression) ?? [];
    return root === undefined ? undefined : this.#lookUp(root, name!, attribute);
  }

  #lookUp(root: string, name: string, attribute: string | undefined): Value | undefined {
    const { variables, locals, resources } = this.module;
    if (root === 'var') return this.inputs[name] ?? this.resolve(variables[name]?.default);
    if (root === 'local') return this.resolve(locals[name]);
    const resource = resources[root]?.[name];
    if (resource === undefined || attribute === undefined) return undefined;
    if (root === 'google_service_account') return this.#account(resource.account_id!, attribute);
    return attribute in resource ? this.resolve(resource[attribute]) : undefined;
  }

  #account(id: Value, attribute: string): Value | undefined {
    const email = `${this.resolve(id) as string}@${this.inputs.project_id as string}.iam.gserviceaccount.com`;
    if (attribute === 'email') return email;
    return attribute === 'member' ? `serviceAccount:${email}` : undefined;
  }
}
