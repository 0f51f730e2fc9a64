-- A folded name with what everybody in the field writes in short in full, so that `HTX Đông Hải` and `Hợp tác xã Đông Hải` are seen to be alike. The
-- same words as `abbreviations` of the program, which a test holds to it.
create function in_full(folded text) returns text language sql immutable parallel safe
return btrim(replace(replace(replace(replace(replace(replace(replace(' ' || folded || ' ',
  ' htx ', ' hop tac xa '), ' lhhtx ', ' lien hiep hop tac xa '), ' lmhtx ', ' lien minh hop tac xa '), ' tht ', ' to hop tac '),
  ' qtdnd ', ' quy tin dung nhan dan '), ' ubnd ', ' uy ban nhan dan '), ' hdqt ', ' hoi dong quan tri '));

drop index organization_names_same_name;
create index organization_names_same_name on organization_names (in_full(folded)) where voided_at is null;
