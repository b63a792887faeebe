# https://github.com/terraform-aws-modules/terraform-aws-eks/blob/v21.0.0/modules/karpenter/README.md

variable "create_iam_role" {
  default = true
}

variable "create_pod_identity_association" {
  default = true
}

variable "create_node_iam_role" {
  default = true
}

variable "node_iam_role_arn" {
  default = null
}

variable "node_iam_role_attach_cni_policy" {
  default = true
}

variable "node_iam_role_additional_policies" {
  default = {}
}

variable "create_access_entry" {
  default = true
}

variable "access_entry_type" {
  default = "EC2_LINUX"
}

locals {
  create_controller_role = var.create_iam_role
  create_association     = var.create_pod_identity_association
  create_node_role       = var.create_node_iam_role
  node_role_arn          = var.node_iam_role_arn
  attach_cni_policy      = var.node_iam_role_attach_cni_policy
  additional_policies    = var.node_iam_role_additional_policies
  registry_policy        = "AmazonEC2ContainerRegistryPullOnly"
  create_entry           = var.create_access_entry
  entry_type             = var.access_entry_type
  create_profile         = false
}
