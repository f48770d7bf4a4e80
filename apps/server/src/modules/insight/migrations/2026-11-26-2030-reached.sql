-- How far a run has come: sums so far, the last key that was read, how many changes were listed. Written in the commit of
-- each step, so that an interrupted run goes on from there.
alter table insight.simulation add column reached jsonb;
