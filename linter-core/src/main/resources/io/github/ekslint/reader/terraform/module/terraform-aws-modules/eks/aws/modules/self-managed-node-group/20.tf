# what a group says nothing about when nobody else calls the module
locals {
  defaults = { ami_type = "AL2_x86_64", metadata_hop_limit_of_version = 2 }
}
