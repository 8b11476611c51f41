create table seed_company_word (
  kind varchar not null,
  phrase varchar not null,
  source varchar not null
);

comment on table seed_company_word is 'one row per word or phrase that the company in a profile of GitHub may have, from queries/seeds/company_word.csv';
comment on column seed_company_word.kind is 'legal_form (left out of names), academic (of a university), nobody (the whole text, for no employer), beginning and occupation (first or last words of a text that says what somebody does)';
comment on column seed_company_word.phrase is 'lower case, without accents and punctuation';
comment on column seed_company_word.source is 'where that can be read';
