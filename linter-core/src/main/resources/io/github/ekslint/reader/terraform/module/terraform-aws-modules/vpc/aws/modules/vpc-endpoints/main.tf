# What module terraform-aws-modules/vpc/aws//modules/vpc-endpoints creates, written for ekslint after the module's documentation.
# https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/latest/submodules/vpc-endpoints

variable "create" {
  default = true
}

variable "vpc_id" {
  default = null
}

variable "endpoints" {
  default = {}
}

variable "security_group_ids" {
  default = []
}

variable "subnet_ids" {
  default = []
}

variable "create_security_group" {
  default = false
}

variable "security_group_rules" {
  default = {}
}

variable "tags" {
  default = {}
}

data "aws_region" "current" {}

locals {
  endpoints = { for k, v in var.endpoints : k => v if var.create && try(v.create, true) }
  group_ids = concat(var.security_group_ids, aws_security_group.this[*].id)
}

resource "aws_vpc_endpoint" "this" {
  for_each            = local.endpoints
  vpc_id              = var.vpc_id
  service_name        = try(each.value.service_endpoint, each.value.service_name, "com.amazonaws.${data.aws_region.current.name}.${each.value.service}")
  vpc_endpoint_type   = try(each.value.service_type, "Interface")
  private_dns_enabled = try(each.value.service_type, "Interface") == "Interface" ? try(each.value.private_dns_enabled, null) : null
  security_group_ids  = try(each.value.service_type, "Interface") == "Interface" ? distinct(concat(local.group_ids, try(each.value.security_group_ids, []))) : null
  subnet_ids          = try(each.value.service_type, "Interface") == "Interface" ? distinct(concat(var.subnet_ids, try(each.value.subnet_ids, []))) : null
  route_table_ids     = try(each.value.service_type, "Interface") == "Gateway" ? try(each.value.route_table_ids, null) : null
  policy              = try(each.value.policy, null)
  tags                = merge(var.tags, try(each.value.tags, {}))
}

resource "aws_security_group" "this" {
  count  = var.create && var.create_security_group ? 1 : 0
  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "this" {
  for_each                 = { for k, v in var.security_group_rules : k => v if var.create && var.create_security_group }
  security_group_id        = aws_security_group.this[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = try(each.value.from_port, 443)
  to_port                  = try(each.value.to_port, 443)
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  self                     = lookup(each.value, "self", null)
  source_security_group_id = lookup(each.value, "source_security_group_id", null)
}

output "endpoints" {
  value = aws_vpc_endpoint.this
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}
