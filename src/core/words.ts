/** A number with the word for what it counts, such as `1 commit` or `1,200 commits`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}
