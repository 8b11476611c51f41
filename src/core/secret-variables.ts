/** Variables that hold tokens of users, in the order in which they count. */
export const TOKEN_VARIABLES = ['GH_TOKEN', 'GITHUB_TOKEN'] as const;
/** Variable that holds what a GitHub App signs with. */
export const APP_KEY_VARIABLE = 'GITHUB_APP_PRIVATE_KEY';
/** All variables that no other program is to see. */
export const SECRET_VARIABLES: ReadonlySet<string> = new Set([...TOKEN_VARIABLES, APP_KEY_VARIABLE]);
