import { GraphQLError } from 'graphql';

/** Everything GitHub puts into one entry of `errors`; `type` stands beside `message`, not under `extensions`. */
export interface Problem {
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error that a resolver throws: the field becomes null and GitHub's `type` is kept until the answer is shaped. */
export function refuse(
  type: string,
  message: string,
  extra: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { type, ...extra } });
}

/** Turns an error of graphql-js into the shape and, where its kind is known, the words of GitHub. */
export function toProblem(error: GraphQLError): Problem {
  const { type, ...extensions } = error.extensions;
  const worded = type === undefined ? reword(error.message) : { message: error.message };
  const locations = error.locations ?? [];
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(locations.length === 0 ? {} : { locations: locations.map(({ line, column }) => ({ line, column })) }),
    ...worded,
  };
}

/** Kind of validation error, how graphql-js words it, and how GitHub does. */
const WORDINGS: readonly {
  readonly code: string;
  readonly found: RegExp;
  readonly say: (part: (index: number) => string) => string;
}[] = [
  {
    code: 'undefinedField',
    found: /^Cannot query field "(\w+)" on type "(\w+)"/,
    say: (part) => `Field '${part(1)}' doesn't exist on type '${part(2)}'`,
  },
  {
    code: 'argumentNotAccepted',
    found: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    say: (part) => `Field '${part(2)}' doesn't accept argument '${part(1)}'`,
  },
  {
    code: 'missingRequiredArguments',
    found: /^(?:Field|Directive) "@?(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    say: (part) => `Field '${part(1)}' is missing required arguments: ${part(2)}`,
  },
  {
    code: 'variableNotUsed',
    found: /^Variable "\$(\w+)" is never used/,
    say: (part) => `Variable $${part(1)} is declared by anonymous query but not used`,
  },
  {
    code: 'argumentLiteralsIncompatible',
    found: /^Expected value of type "([^"]+)", found ([^;]+)/,
    say: (part) => `Value ${part(2)} has an invalid value. Expected type '${part(1)}'.`,
  },
];

function reword(message: string): Problem {
  for (const { code, found, say } of WORDINGS) {
    const match = found.exec(message);
    if (match !== null) return { message: say((index) => match[index] ?? ''), extensions: { code } };
  }
  return { message };
}
