alter table notarization.acts add column refusal_article text;
