# What module terraform-aws-modules/eks/aws//modules/karpenter creates, written for ekslint after the module's documentation, as far as
# requirements of EKS look at it. https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/latest/submodules/karpenter

variable "create" {
  default = true
}

variable "cluster_name" {
  default = ""
}

variable "cluster_ip_family" {
  default = "ipv4"
}

variable "create_instance_profile" {
  default = null
}

variable "namespace" {
  default = "kube-system"
}

variable "service_account" {
  default = "karpenter"
}

variable "tags" {
  default = {}
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  partition   = data.aws_partition.current.partition
  create_role = var.create && local.create_node_role

  node_policies = concat(["AmazonEKSWorkerNodePolicy", local.registry_policy], local.attach_cni_policy ? ["AmazonEKS_CNI_Policy"] : [])
}

resource "aws_iam_role" "controller" {
  count = var.create && local.create_controller_role ? 1 : 0
  tags  = var.tags
}

resource "aws_eks_pod_identity_association" "karpenter" {
  count           = var.create && local.create_association ? 1 : 0
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = try(aws_iam_role.controller[0].arn, null)
}

resource "aws_iam_role" "node" {
  count = local.create_role ? 1 : 0
  tags  = var.tags

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["ec2.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each   = toset(local.create_role ? local.node_policies : [])
  role       = aws_iam_role.node[0].name
  policy_arn = each.key == "AmazonEKS_CNI_Policy" && var.cluster_ip_family == "ipv6" ? "arn:${local.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/AmazonEKS_CNI_IPv6_Policy" : "arn:${local.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "node_additional" {
  for_each   = { for k, v in try(tomap(local.additional_policies), {}) : k => v if local.create_role }
  role       = aws_iam_role.node[0].name
  policy_arn = each.value
}

resource "aws_eks_access_entry" "node" {
  count         = var.create && local.create_entry ? 1 : 0
  cluster_name  = var.cluster_name
  principal_arn = local.create_role ? aws_iam_role.node[0].arn : local.node_role_arn
  type          = local.entry_type
  tags          = var.tags
}

resource "aws_iam_instance_profile" "this" {
  count = var.create && try(coalesce(var.create_instance_profile), local.create_profile) ? 1 : 0
  role  = local.create_role ? aws_iam_role.node[0].name : null
}

output "iam_role_arn" {
  value = try(aws_iam_role.controller[0].arn, null)
}

output "iam_role_name" {
  value = try(aws_iam_role.controller[0].name, null)
}

output "irsa_arn" {
  value = try(aws_iam_role.controller[0].arn, null)
}

output "irsa_name" {
  value = try(aws_iam_role.controller[0].name, null)
}

output "service_account" {
  value = var.service_account
}

output "namespace" {
  value = var.namespace
}

output "role_arn" {
  value = try(aws_iam_role.node[0].arn, local.node_role_arn)
}

output "role_name" {
  value = try(aws_iam_role.node[0].name, null)
}

output "node_iam_role_arn" {
  value = try(aws_iam_role.node[0].arn, local.node_role_arn)
}

output "node_iam_role_name" {
  value = try(aws_iam_role.node[0].name, null)
}

output "node_access_entry_arn" {
  value = try(aws_eks_access_entry.node[0].access_entry_arn, null)
}

output "instance_profile_arn" {
  value = try(aws_iam_instance_profile.this[0].arn, null)
}

output "instance_profile_name" {
  value = try(aws_iam_instance_profile.this[0].name, null)
}
