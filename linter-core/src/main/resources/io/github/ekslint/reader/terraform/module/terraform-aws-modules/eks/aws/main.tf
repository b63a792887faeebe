# What module terraform-aws-modules/eks/aws creates, written for ekslint after the module's documentation, as far as requirements of
# EKS look at it. What differs by major version, and how inputs are called, stands in 18.tf to 21.tf; 17 is a module of its own.
# Addresses are those of the module, so that a plan has the same. https://registry.terraform.io/modules/terraform-aws-modules/eks/aws

variable "create" {
  default = true
}

variable "tags" {
  default = {}
}

variable "cluster_tags" {
  default = {}
}

variable "vpc_id" {
  default = null
}

variable "subnet_ids" {
  default = []
}

variable "control_plane_subnet_ids" {
  default = []
}

variable "create_iam_role" {
  default = true
}

variable "iam_role_arn" {
  default = null
}

variable "iam_role_additional_policies" {
  default = {}
}

variable "create_node_security_group" {
  default = true
}

variable "node_security_group_id" {
  default = ""
}

variable "node_security_group_additional_rules" {
  default = {}
}

variable "node_security_group_tags" {
  default = {}
}

variable "node_security_group_enable_recommended_rules" {
  default = true
}

variable "access_entries" {
  default = {}
}

variable "enable_cluster_creator_admin_permissions" {
  default = false
}

variable "enable_irsa" {
  default = true
}

variable "fargate_profiles" {
  default = {}
}

variable "eks_managed_node_groups" {
  default = {}
}

variable "self_managed_node_groups" {
  default = {}
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  partition = data.aws_partition.current.partition
  auto_mode = try(local.compute_config.enabled, false) == true

  create_cluster_group = var.create && local.create_security_group
  create_node_group    = var.create && var.create_node_security_group

  cluster_group_id = local.create_cluster_group ? aws_security_group.cluster[0].id : local.security_group_id
  node_group_id    = local.create_node_group ? aws_security_group.node[0].id : var.node_security_group_id

  cluster_rules = local.create_node_group ? merge(local.cluster_rules_of_version, {
    ingress_nodes_443 = { type = "ingress", protocol = "tcp", from_port = 443, to_port = 443, source_node_security_group = true }
  }) : {}

  node_rules = merge(local.node_rules_of_version, {
    ingress_cluster_443      = { type = "ingress", protocol = "tcp", from_port = 443, to_port = 443, source_cluster_security_group = true }
    ingress_cluster_kubelet  = { type = "ingress", protocol = "tcp", from_port = 10250, to_port = 10250, source_cluster_security_group = true }
    ingress_self_coredns_tcp = { type = "ingress", protocol = "tcp", from_port = 53, to_port = 53, self = true }
    ingress_self_coredns_udp = { type = "ingress", protocol = "udp", from_port = 53, to_port = 53, self = true }
  }, var.node_security_group_enable_recommended_rules ? local.recommended_rules : {})
}

resource "aws_eks_cluster" "this" {
  count                         = var.create ? 1 : 0
  name                          = local.name
  version                       = local.kubernetes_version
  role_arn                      = var.create_iam_role ? aws_iam_role.this[0].arn : var.iam_role_arn
  enabled_cluster_log_types     = local.enabled_log_types
  bootstrap_self_managed_addons = local.bootstrap_self_managed_addons
  tags                          = merge(var.tags, var.cluster_tags)

  dynamic "access_config" {
    for_each = local.authentication_mode == null ? [] : [1]
    content {
      authentication_mode                         = local.authentication_mode
      bootstrap_cluster_creator_admin_permissions = false
    }
  }

  dynamic "compute_config" {
    for_each = try(local.compute_config.enabled, null) == null ? [] : [1]
    content {
      enabled       = local.compute_config.enabled
      node_pools    = try(local.compute_config.node_pools, null)
      node_role_arn = try(local.compute_config.node_role_arn, null)
    }
  }

  vpc_config {
    security_group_ids      = compact(distinct(concat(local.additional_security_group_ids, [local.cluster_group_id])))
    subnet_ids              = coalescelist(var.control_plane_subnet_ids, var.subnet_ids)
    endpoint_private_access = local.endpoint_private_access
    endpoint_public_access  = local.endpoint_public_access
    public_access_cidrs     = local.endpoint_public_access_cidrs
  }

  kubernetes_network_config {
    ip_family         = local.ip_family
    service_ipv4_cidr = local.service_ipv4_cidr
    service_ipv6_cidr = local.service_ipv6_cidr

    dynamic "elastic_load_balancing" {
      for_each = local.auto_mode ? [1] : []
      content {
        enabled = true
      }
    }
  }

  dynamic "storage_config" {
    for_each = local.auto_mode ? [1] : []
    content {
      block_storage {
        enabled = true
      }
    }
  }

  dynamic "encryption_config" {
    for_each = local.encryption_configs
    content {
      provider {
        key_arn = local.create_kms_key ? aws_kms_key.this[0].arn : try(encryption_config.value.provider_key_arn, null)
      }
      resources = try(encryption_config.value.resources, ["secrets"])
    }
  }

  dynamic "upgrade_policy" {
    for_each = try(local.upgrade_policy.support_type, null) == null ? [] : [1]
    content {
      support_type = local.upgrade_policy.support_type
    }
  }

  dynamic "remote_network_config" {
    for_each = try(local.remote_network_config.remote_node_networks, null) == null ? [] : [1]
    content {
      remote_node_networks {
        cidrs = flatten([local.remote_network_config.remote_node_networks[*].cidrs])
      }
    }
  }
}

resource "aws_kms_key" "this" {
  count               = var.create && local.create_kms_key && length(local.encryption_configs) > 0 ? 1 : 0
  enable_key_rotation = true
}

resource "aws_iam_role" "this" {
  count = var.create && var.create_iam_role ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = local.auto_mode_is_supported ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]
      Principal = { Service = ["eks.amazonaws.com"] }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = toset(var.create && var.create_iam_role ? concat(["AmazonEKSClusterPolicy"], local.auto_mode ? ["AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"] : []) : [])
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each   = { for k, v in try(tomap(var.iam_role_additional_policies), {}) : k => v if var.create && var.create_iam_role }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

resource "aws_iam_openid_connect_provider" "oidc_provider" {
  count          = var.create && var.enable_irsa ? 1 : 0
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.this[0].identity[0].oidc[0].issuer
}

resource "aws_security_group" "cluster" {
  count  = local.create_cluster_group ? 1 : 0
  vpc_id = var.vpc_id
  tags   = var.tags
}

resource "aws_security_group_rule" "cluster" {
  for_each                 = { for k, v in merge(local.cluster_rules, local.security_group_additional_rules) : k => v if local.create_cluster_group }
  security_group_id        = aws_security_group.cluster[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  self                     = lookup(each.value, "self", null)
  source_security_group_id = try(each.value.source_node_security_group, false) == true ? local.node_group_id : lookup(each.value, "source_security_group_id", null)
}

resource "aws_security_group" "node" {
  count  = local.create_node_group ? 1 : 0
  vpc_id = var.vpc_id
  tags   = merge(var.tags, { "kubernetes.io/cluster/${local.name}" = "owned" }, var.node_security_group_tags)
}

resource "aws_security_group_rule" "node" {
  for_each                 = { for k, v in merge(local.node_rules, var.node_security_group_additional_rules) : k => v if local.create_node_group }
  security_group_id        = aws_security_group.node[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  self                     = lookup(each.value, "self", null)
  source_security_group_id = try(each.value.source_cluster_security_group, false) == true ? local.cluster_group_id : lookup(each.value, "source_security_group_id", null)
}

resource "aws_eks_addon" "this" {
  for_each                 = { for k, v in local.addons : k => v if var.create && !try(v.before_compute, false) }
  cluster_name             = aws_eks_cluster.this[0].name
  addon_name               = try(coalesce(each.value.name), each.key)
  addon_version            = try(coalesce(each.value.addon_version), data.aws_eks_addon_version.this[each.key].version)
  configuration_values     = try(each.value.configuration_values, null)
  service_account_role_arn = try(each.value.service_account_role_arn, null)

  dynamic "pod_identity_association" {
    for_each = try(coalesce(each.value.pod_identity_association), [])
    content {
      role_arn        = pod_identity_association.value.role_arn
      service_account = pod_identity_association.value.service_account
    }
  }
}

resource "aws_eks_addon" "before_compute" {
  for_each                 = { for k, v in local.addons : k => v if var.create && try(v.before_compute, false) }
  cluster_name             = aws_eks_cluster.this[0].name
  addon_name               = try(coalesce(each.value.name), each.key)
  addon_version            = try(coalesce(each.value.addon_version), data.aws_eks_addon_version.this[each.key].version)
  configuration_values     = try(each.value.configuration_values, null)
  service_account_role_arn = try(each.value.service_account_role_arn, null)
}

data "aws_eks_addon_version" "this" {
  for_each           = { for k, v in local.addons : k => v if var.create }
  addon_name         = try(coalesce(each.value.name), each.key)
  kubernetes_version = local.kubernetes_version
}

resource "aws_eks_access_entry" "this" {
  for_each = { for k, v in merge(var.enable_cluster_creator_admin_permissions ? {
    cluster_creator = { principal_arn = data.aws_caller_identity.current.arn, type = "STANDARD" }
  } : {}, var.access_entries) : k => v if var.create && local.authentication_mode != null }

  cluster_name      = aws_eks_cluster.this[0].name
  principal_arn     = each.value.principal_arn
  type              = try(coalesce(each.value.type), "STANDARD")
  kubernetes_groups = try(each.value.kubernetes_groups, null)
  user_name         = try(each.value.user_name, null)
}

module "fargate_profile" {
  source   = "./modules/fargate-profile"
  for_each = { for k, v in var.fargate_profiles : k => v if var.create && try(v.create, true) }

  cluster_name                 = aws_eks_cluster.this[0].name
  name                         = try(coalesce(each.value.name), each.key)
  subnet_ids                   = try(coalesce(each.value.subnet_ids), coalesce(local.fargate_defaults.subnet_ids), var.subnet_ids)
  selectors                    = try(coalesce(each.value.selectors), local.fargate_defaults.selectors, [])
  create_iam_role              = try(coalesce(each.value.create_iam_role), local.fargate_defaults.create_iam_role, true)
  iam_role_arn                 = try(coalesce(each.value.iam_role_arn), local.fargate_defaults.iam_role_arn, null)
  iam_role_attach_cni_policy   = try(coalesce(each.value.iam_role_attach_cni_policy), local.fargate_defaults.iam_role_attach_cni_policy, true)
  iam_role_additional_policies = try(coalesce(each.value.iam_role_additional_policies), local.fargate_defaults.iam_role_additional_policies, {})
  tags                         = merge(var.tags, try(coalesce(each.value.tags), {}))
}

module "eks_managed_node_group" {
  source   = "./modules/eks-managed-node-group"
  for_each = { for k, v in var.eks_managed_node_groups : k => merge(local.managed_defaults, v) if var.create && try(v.create, true) }

  cluster_name                      = aws_eks_cluster.this[0].name
  cluster_version                   = try(coalesce(each.value.cluster_version), coalesce(each.value.kubernetes_version), aws_eks_cluster.this[0].version)
  cluster_ip_family                 = local.ip_family
  cluster_primary_security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  node_security_group_id            = local.node_group_id

  name       = try(coalesce(each.value.name), each.key)
  subnet_ids = try(coalesce(each.value.subnet_ids), var.subnet_ids)
  group      = each.value
  tags       = merge(var.tags, try(coalesce(each.value.tags), {}))
}

module "self_managed_node_group" {
  source   = "./modules/self-managed-node-group"
  for_each = { for k, v in var.self_managed_node_groups : k => merge(local.self_managed_defaults, v) if var.create && try(v.create, true) }

  cluster_name                      = aws_eks_cluster.this[0].name
  cluster_version                   = try(coalesce(each.value.cluster_version), coalesce(each.value.kubernetes_version), aws_eks_cluster.this[0].version)
  cluster_primary_security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  node_security_group_id            = local.node_group_id

  name       = try(coalesce(each.value.name), each.key)
  subnet_ids = try(coalesce(each.value.subnet_ids), var.subnet_ids)
  group      = each.value
  tags       = merge(var.tags, try(coalesce(each.value.tags), {}))
}

output "cluster_name" {
  value = try(aws_eks_cluster.this[0].name, "")
}

output "cluster_id" {
  value = local.cluster_id_is_name ? try(aws_eks_cluster.this[0].name, "") : null
}

output "cluster_arn" {
  value = try(aws_eks_cluster.this[0].arn, null)
}

output "cluster_endpoint" {
  value = try(aws_eks_cluster.this[0].endpoint, null)
}

output "cluster_version" {
  value = try(aws_eks_cluster.this[0].version, null)
}

output "cluster_ip_family" {
  value = local.ip_family == null ? "ipv4" : local.ip_family
}

output "cluster_service_cidr" {
  value = local.ip_family == "ipv6" ? try(aws_eks_cluster.this[0].kubernetes_network_config[0].service_ipv6_cidr, null) : try(aws_eks_cluster.this[0].kubernetes_network_config[0].service_ipv4_cidr, null)
}

output "cluster_certificate_authority_data" {
  value = try(aws_eks_cluster.this[0].certificate_authority[0].data, null)
}

output "cluster_oidc_issuer_url" {
  value = try(aws_eks_cluster.this[0].identity[0].oidc[0].issuer, null)
}

output "oidc_provider" {
  value = try(replace(aws_eks_cluster.this[0].identity[0].oidc[0].issuer, "https://", ""), null)
}

output "kms_key_arn" {
  value = try(aws_kms_key.this[0].arn, null)
}

output "cluster_security_group_arn" {
  value = try(aws_security_group.cluster[0].arn, null)
}

output "node_security_group_arn" {
  value = try(aws_security_group.node[0].arn, null)
}

output "self_managed_node_groups_autoscaling_group_names" {
  value = compact([for group in module.self_managed_node_group : group.autoscaling_group_name])
}

output "cluster_primary_security_group_id" {
  value = try(aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id, null)
}

output "cluster_security_group_id" {
  value = try(aws_security_group.cluster[0].id, null)
}

output "node_security_group_id" {
  value = try(aws_security_group.node[0].id, null)
}

output "cluster_iam_role_name" {
  value = try(aws_iam_role.this[0].name, null)
}

output "cluster_iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "oidc_provider_arn" {
  value = try(aws_iam_openid_connect_provider.oidc_provider[0].arn, null)
}

output "eks_managed_node_groups" {
  value = module.eks_managed_node_group
}

output "self_managed_node_groups" {
  value = module.self_managed_node_group
}

output "fargate_profiles" {
  value = module.fargate_profile
}
