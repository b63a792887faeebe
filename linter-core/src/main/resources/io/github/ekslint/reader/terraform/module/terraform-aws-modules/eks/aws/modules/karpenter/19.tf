# https://github.com/terraform-aws-modules/terraform-aws-eks/blob/v19.21.0/modules/karpenter/README.md

variable "create_irsa" {
  default = true
}

variable "create_iam_role" {
  default = true
}

variable "iam_role_arn" {
  default = null
}

variable "iam_role_attach_cni_policy" {
  default = true
}

variable "iam_role_additional_policies" {
  default = {}
}

locals {
  create_controller_role = var.create_irsa
  create_association     = false
  create_node_role       = var.create_iam_role
  node_role_arn          = var.iam_role_arn
  attach_cni_policy      = var.iam_role_attach_cni_policy
  additional_policies    = var.iam_role_additional_policies
  registry_policy        = "AmazonEC2ContainerRegistryReadOnly"
  create_entry           = false
  entry_type             = null
  create_profile         = true
}
