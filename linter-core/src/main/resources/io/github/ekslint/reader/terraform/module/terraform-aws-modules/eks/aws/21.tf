# https://github.com/terraform-aws-modules/terraform-aws-eks/blob/v21.0.0/docs/UPGRADE-21.0.md

variable "name" {
  default = ""
}

variable "kubernetes_version" {
  default = null
}

variable "enabled_log_types" {
  default = ["audit", "api", "authenticator"]
}

variable "authentication_mode" {
  default = "API_AND_CONFIG_MAP"
}

variable "compute_config" {
  default = null
}

variable "upgrade_policy" {
  default = null
}

variable "remote_network_config" {
  default = null
}

variable "additional_security_group_ids" {
  default = []
}

variable "endpoint_private_access" {
  default = true
}

variable "endpoint_public_access" {
  default = false
}

variable "endpoint_public_access_cidrs" {
  default = ["0.0.0.0/0"]
}

variable "ip_family" {
  default = "ipv4"
}

variable "service_ipv4_cidr" {
  default = null
}

variable "service_ipv6_cidr" {
  default = null
}

variable "create_kms_key" {
  default = true
}

variable "encryption_config" {
  default = { resources = ["secrets"] }
}

variable "create_security_group" {
  default = true
}

variable "security_group_id" {
  default = ""
}

variable "security_group_additional_rules" {
  default = {}
}

variable "addons" {
  default = null
}

locals {
  name                            = var.name
  kubernetes_version              = var.kubernetes_version
  enabled_log_types               = var.enabled_log_types
  endpoint_private_access         = var.endpoint_private_access
  endpoint_public_access          = var.endpoint_public_access
  endpoint_public_access_cidrs    = var.endpoint_public_access_cidrs
  additional_security_group_ids   = var.additional_security_group_ids
  create_security_group           = var.create_security_group
  security_group_id               = var.security_group_id
  security_group_additional_rules = var.security_group_additional_rules
  ip_family                       = var.ip_family
  service_ipv4_cidr               = var.service_ipv4_cidr
  service_ipv6_cidr               = var.service_ipv6_cidr
  create_kms_key                  = var.create_kms_key
  encryption_configs              = var.encryption_config == null ? [] : [var.encryption_config]
  addons                          = var.addons == null ? {} : var.addons
  fargate_defaults                = {}
  managed_defaults                = { ami_type = "AL2023_x86_64_STANDARD", metadata_hop_limit_of_version = 1, enable_monitoring = false }
  self_managed_defaults           = { ami_type = "AL2023_x86_64_STANDARD", metadata_hop_limit_of_version = 1, enable_monitoring = false }

  authentication_mode           = var.authentication_mode
  bootstrap_self_managed_addons = false
  compute_config                = var.compute_config
  upgrade_policy                = var.upgrade_policy
  remote_network_config         = var.remote_network_config
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
