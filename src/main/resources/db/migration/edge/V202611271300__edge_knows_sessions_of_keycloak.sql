-- Which session of the pages came out of which session at Keycloak.
create table edge.keycloak_sessions (
    session  uuid primary key,
    sid      text,
    subject  text not null,
    party_id uuid not null,
    at       timestamptz not null default current_timestamp
);
create index keycloak_sessions_sid on edge.keycloak_sessions (sid);
create index keycloak_sessions_subject on edge.keycloak_sessions (subject);
