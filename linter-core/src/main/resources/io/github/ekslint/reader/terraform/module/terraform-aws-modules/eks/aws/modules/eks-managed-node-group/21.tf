# what a group says nothing about when nobody else calls the module
locals {
  defaults = { ami_type = "AL2023_x86_64_STANDARD", metadata_hop_limit_of_version = 1 }
}
