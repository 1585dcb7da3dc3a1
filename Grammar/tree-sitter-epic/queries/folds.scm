[
  (body)
  (object)
  (list)
  (parameter_list)
  (block_string)
] @fold

(comment)+ @fold
(documentation)+ @fold
