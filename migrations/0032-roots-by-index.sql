-- A connection that asked for a root while the tree was small had its plan for it, and walked through the whole tree for
-- each later one: more and more of what the sealing of a batch took.
alter function audit.range_hash(bigint, bigint) set enable_seqscan = off;
