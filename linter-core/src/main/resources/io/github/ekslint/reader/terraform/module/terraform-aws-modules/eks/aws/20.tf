# https://github.com/terraform-aws-modules/terraform-aws-eks/blob/v20.37.2/docs/UPGRADE-20.0.md

variable "authentication_mode" {
  default = "API_AND_CONFIG_MAP"
}

variable "bootstrap_self_managed_addons" {
  default = null
}

variable "cluster_name" {
  default = ""
}

variable "cluster_version" {
  default = null
}

variable "cluster_enabled_log_types" {
  default = ["audit", "api", "authenticator"]
}

variable "cluster_endpoint_private_access" {
  default = true
}

variable "cluster_endpoint_public_access" {
  default = false
}

variable "cluster_endpoint_public_access_cidrs" {
  default = ["0.0.0.0/0"]
}

variable "cluster_additional_security_group_ids" {
  default = []
}

variable "create_cluster_security_group" {
  default = true
}

variable "cluster_security_group_id" {
  default = ""
}

variable "cluster_security_group_additional_rules" {
  default = {}
}

variable "cluster_ip_family" {
  default = null
}

variable "cluster_service_ipv4_cidr" {
  default = null
}

variable "cluster_service_ipv6_cidr" {
  default = null
}

variable "create_kms_key" {
  default = true
}

variable "cluster_encryption_config" {
  default = { resources = ["secrets"] }
}

variable "cluster_addons" {
  default = {}
}

variable "cluster_compute_config" {
  default = {}
}

variable "cluster_upgrade_policy" {
  default = {}
}

variable "cluster_remote_network_config" {
  default = {}
}

variable "fargate_profile_defaults" {
  default = {}
}

variable "eks_managed_node_group_defaults" {
  default = {}
}

variable "self_managed_node_group_defaults" {
  default = {}
}

locals {
  name                            = var.cluster_name
  kubernetes_version              = var.cluster_version
  enabled_log_types               = var.cluster_enabled_log_types
  endpoint_private_access         = var.cluster_endpoint_private_access
  endpoint_public_access          = var.cluster_endpoint_public_access
  endpoint_public_access_cidrs    = var.cluster_endpoint_public_access_cidrs
  additional_security_group_ids   = var.cluster_additional_security_group_ids
  create_security_group           = var.create_cluster_security_group
  security_group_id               = var.cluster_security_group_id
  security_group_additional_rules = var.cluster_security_group_additional_rules
  ip_family                       = var.cluster_ip_family
  service_ipv4_cidr               = var.cluster_service_ipv4_cidr
  service_ipv6_cidr               = var.cluster_service_ipv6_cidr
  create_kms_key                  = var.create_kms_key
  encryption_configs              = length(var.cluster_encryption_config) > 0 ? [var.cluster_encryption_config] : []
  addons                          = var.cluster_addons
  fargate_defaults                = var.fargate_profile_defaults
  managed_defaults                = var.eks_managed_node_group_defaults
  self_managed_defaults           = var.self_managed_node_group_defaults

  authentication_mode           = var.authentication_mode
  bootstrap_self_managed_addons = var.bootstrap_self_managed_addons
  compute_config                = var.cluster_compute_config
  upgrade_policy                = var.cluster_upgrade_policy
  remote_network_config         = var.cluster_remote_network_config
  auto_mode_is_supported        = true
  cluster_id_is_name            = false
  cluster_rules_of_version      = {}
  node_rules_of_version         = {}

  recommended_rules = {
    ingress_nodes_ephemeral      = { type = "ingress", protocol = "tcp", from_port = 1025, to_port = 65535, self = true }
    ingress_cluster_4443_webhook = { type = "ingress", protocol = "tcp", from_port = 4443, to_port = 4443, source_cluster_security_group = true }
    ingress_cluster_6443_webhook = { type = "ingress", protocol = "tcp", from_port = 6443, to_port = 6443, source_cluster_security_group = true }
    ingress_cluster_8443_webhook = { type = "ingress", protocol = "tcp", from_port = 8443, to_port = 8443, source_cluster_security_group = true }
    ingress_cluster_9443_webhook = { type = "ingress", protocol = "tcp", from_port = 9443, to_port = 9443, source_cluster_security_group = true }
    egress_all                   = { type = "egress", protocol = "-1", from_port = 0, to_port = 0, cidr_blocks = ["0.0.0.0/0"], ipv6_cidr_blocks = local.ip_family == "ipv6" ? ["::/0"] : null }
  }
}
