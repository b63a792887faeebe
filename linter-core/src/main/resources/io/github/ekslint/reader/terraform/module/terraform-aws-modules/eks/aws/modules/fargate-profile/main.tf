# What module terraform-aws-modules/eks/aws//modules/fargate-profile creates, written for ekslint after the module's documentation.

variable "create" {
  default = true
}

variable "cluster_name" {
  default = null
}

variable "name" {
  default = ""
}

variable "subnet_ids" {
  default = []
}

variable "selectors" {
  default = []
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

variable "tags" {
  default = {}
}

data "aws_partition" "current" {}

resource "aws_eks_fargate_profile" "this" {
  count                  = var.create ? 1 : 0
  cluster_name           = var.cluster_name
  fargate_profile_name   = var.name
  pod_execution_role_arn = var.create_iam_role ? aws_iam_role.this[0].arn : var.iam_role_arn
  subnet_ids             = var.subnet_ids
  tags                   = var.tags

  dynamic "selector" {
    for_each = var.selectors
    content {
      namespace = selector.value.namespace
      labels    = lookup(selector.value, "labels", {})
    }
  }
}

resource "aws_iam_role" "this" {
  count = var.create && var.create_iam_role ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["eks-fargate-pods.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = toset(var.create && var.create_iam_role ? concat(["AmazonEKSFargatePodExecutionRolePolicy"], var.iam_role_attach_cni_policy ? ["AmazonEKS_CNI_Policy"] : []) : [])
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each   = { for k, v in try(tomap(var.iam_role_additional_policies), {}) : k => v if var.create && var.create_iam_role }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, var.iam_role_arn)
}

output "iam_role_name" {
  value = try(aws_iam_role.this[0].name, null)
}

output "fargate_profile_id" {
  value = try(aws_eks_fargate_profile.this[0].id, null)
}
