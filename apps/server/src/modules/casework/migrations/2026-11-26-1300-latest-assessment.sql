-- A simulation takes each household's newest assessment, households one after the other.
create index assessment_household on casework.assessment (household_id, created_at desc, id desc);
