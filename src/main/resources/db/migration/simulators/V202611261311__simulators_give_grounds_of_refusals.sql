alter table simulators.registry_applications add column ground text;
comment on column simulators.registry_applications.ground is 'why the registrar refused, in one word; null when only words say why';
