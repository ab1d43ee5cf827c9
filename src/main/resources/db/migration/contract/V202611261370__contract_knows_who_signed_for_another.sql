-- Who accepted in a signer's stead, and on which paper; empty for signers who accepted in person.
alter table contract.acceptances
    add column person uuid,
    add column person_name text,
    add column basis text check (basis in ('DIRECTOR', 'GUARDIAN', 'POA')),
    add column paper_no text,
    add check ((person is null) = (basis is null) and (person is null) = (paper_no is null) and (person is null) = (person_name is null));
