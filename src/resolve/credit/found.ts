import type { Named } from './names.ts';
import type { CreditForm, CreditRole, RoleRule } from './rules.ts';

/** A person named for a role, as a part of the grammar found it. */
export interface FoundCredit {
  readonly named: Named;
  readonly role: CreditRole;
  readonly source: 'trailer' | 'prose';
  readonly confidence: number;
  readonly form: CreditForm;
  /** Conventions in which the rule holds. */
  readonly convention: string;
  /** The name and address are those of a coding agent. */
  readonly isAgent: boolean;
}

/** A name of one word, a handle or an address names a person less surely than a full name. */
const SHORT_NAME_PENALTY = 0.1;

const FLOOR = 0.5;

/** Makes the credit that a rule of prose gives to a name; a convention of `form` other than `*` narrows the rule's. */
export function foundInProse(
  named: Named,
  rule: RoleRule,
  form: { name: CreditForm; convention: string },
): FoundCredit {
  const isShort = named.shape === 'single' || named.shape === 'handle';
  return {
    named,
    role: rule.role,
    source: 'prose',
    confidence: Math.max(
      FLOOR,
      Math.round((rule.confidence - (isShort ? SHORT_NAME_PENALTY : 0)) * 100) / 100,
    ),
    form: form.name,
    convention: form.convention === '*' ? rule.convention : form.convention,
    isAgent: false,
  };
}
