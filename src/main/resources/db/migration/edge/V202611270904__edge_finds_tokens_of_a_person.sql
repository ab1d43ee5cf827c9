create index oauth2_authorization_person on oauth2_authorization (principal_name);
