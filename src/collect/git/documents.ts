/** Folders in which projects keep the documents that speak of the project itself. */
const FOLDER = /^(\.github\/|\.gitlab\/|docs?\/|doc\/)?$/i;
const NAME =
  /^(readme|licen[cs]e|copying|copyright|notice|contributing|hacking|code[-_]of[-_]conduct|governance|maintainers|owners|codeowners|committers|authors|contributors|credits|security|support|changelog|changes|history|news|release[-_]?notes|roadmap|adopters|users|who[-_]uses.*|funding|citation|dco|cla)([-_.].*)?$/i;
const TEMPLATE = /^(\.github\/|docs\/)?((issue_template|pull_request_template)(\/[^/]+)?)(\.[a-z]+)?$/i;
const CONTROL = new Set(['.mailmap', '.git-blame-ignore-revs', '.gitattributes', '.github/FUNDING.yml']);
const TEXT_NAME = /(^|\/)([^/.]+|[^/]+\.(md|markdown|txt|rst|adoc|asciidoc|org|yml|yaml|cff|toml))$/i;

/** Whether the text of the file at `path` is kept: community documents, and the files that steer git's own reading. */
export function isDocumentPath(path: string): boolean {
  if (CONTROL.has(path)) return true;
  if (TEMPLATE.test(path)) return true;
  const slash = path.lastIndexOf('/') + 1;
  return FOLDER.test(path.slice(0, slash)) && NAME.test(path.slice(slash)) && TEXT_NAME.test(path);
}
