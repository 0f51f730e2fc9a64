-- An alliance and those above it, whose papers, bodies and codes are its own too: asked wherever somebody is let in.
create function alliance_and_above(alliance uuid) returns table (id uuid) language sql stable parallel safe
begin atomic
  with recursive line (id, parent_id) as (
    select a.id, a.parent_id from registry.alliances a where a.id = alliance
    union select a.id, a.parent_id from line join registry.alliances a on a.id = line.parent_id)
  select line.id from line;
end;
