-- How many legs of a finished bundle pay a dollar a share, whatever resolves: one for both sides of a question and for every YES of an
-- exclusive event, all but one for every NO of it.
alter table execution add column paying smallint not null default 1 check (paying >= 1);
