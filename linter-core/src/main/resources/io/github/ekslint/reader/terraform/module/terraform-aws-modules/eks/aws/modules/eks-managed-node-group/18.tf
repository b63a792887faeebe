# what a group says nothing about when nobody else calls the module
locals {
  defaults = { ami_type = null, metadata_hop_limit_of_version = 2 }
}
