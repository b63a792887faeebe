# What module terraform-aws-modules/vpc/aws creates, written for ekslint after the module's documentation, as far as requirements of
# EKS look at it. What differs by major version stands in 3.tf to 6.tf. Addresses are those of the module, so that a plan has the same.
# https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws

variable "create_vpc" {
  default = true
}

variable "name" {
  default = ""
}

variable "cidr" {
  default = "10.0.0.0/16"
}

variable "secondary_cidr_blocks" {
  default = []
}

variable "azs" {
  default = []
}

variable "public_subnets" {
  default = []
}

variable "private_subnets" {
  default = []
}

variable "intra_subnets" {
  default = []
}

variable "database_subnets" {
  default = []
}

variable "enable_dns_support" {
  default = true
}

variable "enable_ipv6" {
  default = false
}

variable "use_ipam_pool" {
  default = false
}

variable "ipv4_ipam_pool_id" {
  default = null
}

variable "create_igw" {
  default = true
}

variable "create_egress_only_igw" {
  default = true
}

variable "enable_nat_gateway" {
  default = false
}

variable "single_nat_gateway" {
  default = false
}

variable "one_nat_gateway_per_az" {
  default = false
}

variable "create_private_nat_gateway_route" {
  default = true
}

variable "create_database_subnet_route_table" {
  default = false
}

variable "create_multiple_public_route_tables" {
  default = false
}

variable "create_multiple_intra_route_tables" {
  default = false
}

variable "public_subnet_assign_ipv6_address_on_creation" {
  default = false
}

variable "private_subnet_assign_ipv6_address_on_creation" {
  default = false
}

variable "intra_subnet_assign_ipv6_address_on_creation" {
  default = false
}

variable "enable_dhcp_options" {
  default = false
}

variable "dhcp_options_domain_name" {
  default = ""
}

variable "dhcp_options_domain_name_servers" {
  default = ["AmazonProvidedDNS"]
}

variable "public_dedicated_network_acl" {
  default = false
}

variable "private_dedicated_network_acl" {
  default = false
}

variable "intra_dedicated_network_acl" {
  default = false
}

variable "public_inbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "public_outbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "private_inbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "private_outbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "intra_inbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "intra_outbound_acl_rules" {
  default = [{ rule_number = 100, rule_action = "allow", from_port = 0, to_port = 0, protocol = "-1", cidr_block = "0.0.0.0/0" }]
}

variable "default_security_group_ingress" {
  default = []
}

variable "default_security_group_egress" {
  default = []
}

variable "tags" {
  default = {}
}

variable "vpc_tags" {
  default = {}
}

variable "public_subnet_tags" {
  default = {}
}

variable "private_subnet_tags" {
  default = {}
}

variable "intra_subnet_tags" {
  default = {}
}

variable "database_subnet_tags" {
  default = {}
}

variable "public_subnet_tags_per_az" {
  default = {}
}

variable "private_subnet_tags_per_az" {
  default = {}
}

locals {
  vpc_id = var.create_vpc ? aws_vpc.this[0].id : null

  public   = var.create_vpc ? length(var.public_subnets) : 0
  private  = var.create_vpc ? length(var.private_subnets) : 0
  intra    = var.create_vpc ? length(var.intra_subnets) : 0
  database = var.create_vpc ? length(var.database_subnets) : 0
  most     = max(local.private, local.database)

  nat_gateways = var.single_nat_gateway ? 1 : var.one_nat_gateway_per_az ? length(var.azs) : local.most

  # a call that leaves the zones out lets AWS choose them
  public_zones   = [for i in range(local.public) : try(element(var.azs, i), null)]
  private_zones  = [for i in range(local.private) : try(element(var.azs, i), null)]
  intra_zones    = [for i in range(local.intra) : try(element(var.azs, i), null)]
  database_zones = [for i in range(local.database) : try(element(var.azs, i), null)]

  # no literal name for a subnet: what matters is that there is one
  nacl_public  = var.public_dedicated_network_acl && local.public > 0
  nacl_private = var.private_dedicated_network_acl && local.private > 0
  nacl_intra   = var.intra_dedicated_network_acl && local.intra > 0
}

resource "aws_vpc" "this" {
  count                            = var.create_vpc ? 1 : 0
  cidr_block                       = var.use_ipam_pool ? null : var.cidr
  ipv4_ipam_pool_id                = var.ipv4_ipam_pool_id
  assign_generated_ipv6_cidr_block = var.enable_ipv6 ? true : null
  enable_dns_hostnames             = var.enable_dns_hostnames
  enable_dns_support               = var.enable_dns_support
  tags                             = merge({ Name = var.name }, var.tags, var.vpc_tags)
}

resource "aws_vpc_ipv4_cidr_block_association" "this" {
  count      = var.create_vpc ? length(var.secondary_cidr_blocks) : 0
  vpc_id     = aws_vpc.this[0].id
  cidr_block = element(var.secondary_cidr_blocks, count.index)
}

resource "aws_default_security_group" "this" {
  count  = var.create_vpc && var.manage_default_security_group ? 1 : 0
  vpc_id = aws_vpc.this[0].id

  dynamic "ingress" {
    for_each = var.default_security_group_ingress
    content {
      self        = try(ingress.value.self, null)
      cidr_blocks = try(compact(split(",", ingress.value.cidr_blocks)), [])
      from_port   = try(ingress.value.from_port, 0)
      to_port     = try(ingress.value.to_port, 0)
      protocol    = try(ingress.value.protocol, "-1")
    }
  }

  dynamic "egress" {
    for_each = var.default_security_group_egress
    content {
      self        = try(egress.value.self, null)
      cidr_blocks = try(compact(split(",", egress.value.cidr_blocks)), [])
      from_port   = try(egress.value.from_port, 0)
      to_port     = try(egress.value.to_port, 0)
      protocol    = try(egress.value.protocol, "-1")
    }
  }
}

resource "aws_vpc_dhcp_options" "this" {
  count               = var.create_vpc && var.enable_dhcp_options ? 1 : 0
  domain_name         = var.dhcp_options_domain_name
  domain_name_servers = var.dhcp_options_domain_name_servers
}

resource "aws_vpc_dhcp_options_association" "this" {
  count           = var.create_vpc && var.enable_dhcp_options ? 1 : 0
  vpc_id          = aws_vpc.this[0].id
  dhcp_options_id = aws_vpc_dhcp_options.this[0].id
}

resource "aws_internet_gateway" "this" {
  count  = var.create_igw && local.public > 0 ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}

resource "aws_egress_only_internet_gateway" "this" {
  count  = var.create_egress_only_igw && var.enable_ipv6 && local.most > 0 ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}

# public subnets

resource "aws_subnet" "public" {
  count                           = local.public
  vpc_id                          = aws_vpc.this[0].id
  cidr_block                      = element(concat(var.public_subnets, [""]), count.index)
  availability_zone               = local.public_zones[count.index]
  map_public_ip_on_launch         = var.map_public_ip_on_launch
  assign_ipv6_address_on_creation = var.enable_ipv6 && var.public_subnet_assign_ipv6_address_on_creation
  tags                            = merge({ Name = "${var.name}-public" }, var.tags, var.public_subnet_tags, lookup(var.public_subnet_tags_per_az, local.public_zones[count.index], {}))
}

resource "aws_route_table" "public" {
  count  = local.public > 0 ? (var.create_multiple_public_route_tables ? local.public : 1) : 0
  vpc_id = aws_vpc.this[0].id
  tags   = merge({ Name = "${var.name}-public" }, var.tags)
}

resource "aws_route_table_association" "public" {
  count          = local.public
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = element(aws_route_table.public[*].id, var.create_multiple_public_route_tables ? count.index : 0)
}

resource "aws_route" "public_internet_gateway" {
  count                  = var.create_igw && local.public > 0 ? (var.create_multiple_public_route_tables ? local.public : 1) : 0
  route_table_id         = aws_route_table.public[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route" "public_internet_gateway_ipv6" {
  count                       = var.create_igw && var.enable_ipv6 && local.public > 0 ? (var.create_multiple_public_route_tables ? local.public : 1) : 0
  route_table_id              = aws_route_table.public[count.index].id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.this[0].id
}

# private subnets: one route table for each NAT gateway

resource "aws_subnet" "private" {
  count                           = local.private
  vpc_id                          = aws_vpc.this[0].id
  cidr_block                      = element(concat(var.private_subnets, [""]), count.index)
  availability_zone               = local.private_zones[count.index]
  assign_ipv6_address_on_creation = var.enable_ipv6 && var.private_subnet_assign_ipv6_address_on_creation
  tags                            = merge({ Name = "${var.name}-private" }, var.tags, var.private_subnet_tags, lookup(var.private_subnet_tags_per_az, local.private_zones[count.index], {}))
}

resource "aws_route_table" "private" {
  count  = local.private > 0 ? local.nat_gateways : 0
  vpc_id = aws_vpc.this[0].id
  tags   = merge({ Name = "${var.name}-private" }, var.tags)
}

resource "aws_route_table_association" "private" {
  count          = local.private
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

resource "aws_eip" "nat" {
  count = var.create_vpc && var.enable_nat_gateway ? local.nat_gateways : 0
}

resource "aws_nat_gateway" "this" {
  count         = var.create_vpc && var.enable_nat_gateway ? local.nat_gateways : 0
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
  tags          = merge({ Name = var.name }, var.tags)
}

resource "aws_route" "private_nat_gateway" {
  count                  = var.create_vpc && var.enable_nat_gateway && var.create_private_nat_gateway_route && local.private > 0 ? local.nat_gateways : 0
  route_table_id         = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)
}

resource "aws_route" "private_ipv6_egress" {
  count                       = var.create_egress_only_igw && var.enable_ipv6 && local.private > 0 ? local.nat_gateways : 0
  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.this[0].id
}

# intra subnets: no way out

resource "aws_subnet" "intra" {
  count                           = local.intra
  vpc_id                          = aws_vpc.this[0].id
  cidr_block                      = element(concat(var.intra_subnets, [""]), count.index)
  availability_zone               = local.intra_zones[count.index]
  assign_ipv6_address_on_creation = var.enable_ipv6 && var.intra_subnet_assign_ipv6_address_on_creation
  tags                            = merge({ Name = "${var.name}-intra" }, var.tags, var.intra_subnet_tags)
}

resource "aws_route_table" "intra" {
  count  = local.intra > 0 ? (var.create_multiple_intra_route_tables ? local.intra : 1) : 0
  vpc_id = aws_vpc.this[0].id
  tags   = merge({ Name = "${var.name}-intra" }, var.tags)
}

resource "aws_route_table_association" "intra" {
  count          = local.intra
  subnet_id      = aws_subnet.intra[count.index].id
  route_table_id = element(aws_route_table.intra[*].id, var.create_multiple_intra_route_tables ? count.index : 0)
}

# database subnets share the private route tables, unless they get their own

resource "aws_subnet" "database" {
  count             = local.database
  vpc_id            = aws_vpc.this[0].id
  cidr_block        = element(concat(var.database_subnets, [""]), count.index)
  availability_zone = local.database_zones[count.index]
  tags              = merge({ Name = "${var.name}-db" }, var.tags, var.database_subnet_tags)
}

resource "aws_route_table" "database" {
  count  = local.database > 0 && var.create_database_subnet_route_table ? 1 : 0
  vpc_id = aws_vpc.this[0].id
}

resource "aws_route_table_association" "database" {
  count          = local.database
  subnet_id      = aws_subnet.database[count.index].id
  route_table_id = var.create_database_subnet_route_table ? aws_route_table.database[0].id : element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

# network ACLs of their own

resource "aws_network_acl" "public" {
  count      = local.nacl_public ? 1 : 0
  vpc_id     = aws_vpc.this[0].id
  subnet_ids = aws_subnet.public[*].id
}

resource "aws_network_acl_rule" "public_inbound" {
  count           = local.nacl_public ? length(var.public_inbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.public[0].id
  egress          = false
  rule_number     = var.public_inbound_acl_rules[count.index].rule_number
  rule_action     = var.public_inbound_acl_rules[count.index].rule_action
  from_port       = try(var.public_inbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.public_inbound_acl_rules[count.index].to_port, null)
  protocol        = var.public_inbound_acl_rules[count.index].protocol
  cidr_block      = try(var.public_inbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.public_inbound_acl_rules[count.index].ipv6_cidr_block, null)
}

resource "aws_network_acl_rule" "public_outbound" {
  count           = local.nacl_public ? length(var.public_outbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.public[0].id
  egress          = true
  rule_number     = var.public_outbound_acl_rules[count.index].rule_number
  rule_action     = var.public_outbound_acl_rules[count.index].rule_action
  from_port       = try(var.public_outbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.public_outbound_acl_rules[count.index].to_port, null)
  protocol        = var.public_outbound_acl_rules[count.index].protocol
  cidr_block      = try(var.public_outbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.public_outbound_acl_rules[count.index].ipv6_cidr_block, null)
}

resource "aws_network_acl" "private" {
  count      = local.nacl_private ? 1 : 0
  vpc_id     = aws_vpc.this[0].id
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_network_acl_rule" "private_inbound" {
  count           = local.nacl_private ? length(var.private_inbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.private[0].id
  egress          = false
  rule_number     = var.private_inbound_acl_rules[count.index].rule_number
  rule_action     = var.private_inbound_acl_rules[count.index].rule_action
  from_port       = try(var.private_inbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.private_inbound_acl_rules[count.index].to_port, null)
  protocol        = var.private_inbound_acl_rules[count.index].protocol
  cidr_block      = try(var.private_inbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.private_inbound_acl_rules[count.index].ipv6_cidr_block, null)
}

resource "aws_network_acl_rule" "private_outbound" {
  count           = local.nacl_private ? length(var.private_outbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.private[0].id
  egress          = true
  rule_number     = var.private_outbound_acl_rules[count.index].rule_number
  rule_action     = var.private_outbound_acl_rules[count.index].rule_action
  from_port       = try(var.private_outbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.private_outbound_acl_rules[count.index].to_port, null)
  protocol        = var.private_outbound_acl_rules[count.index].protocol
  cidr_block      = try(var.private_outbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.private_outbound_acl_rules[count.index].ipv6_cidr_block, null)
}

resource "aws_network_acl" "intra" {
  count      = local.nacl_intra ? 1 : 0
  vpc_id     = aws_vpc.this[0].id
  subnet_ids = aws_subnet.intra[*].id
}

resource "aws_network_acl_rule" "intra_inbound" {
  count           = local.nacl_intra ? length(var.intra_inbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.intra[0].id
  egress          = false
  rule_number     = var.intra_inbound_acl_rules[count.index].rule_number
  rule_action     = var.intra_inbound_acl_rules[count.index].rule_action
  from_port       = try(var.intra_inbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.intra_inbound_acl_rules[count.index].to_port, null)
  protocol        = var.intra_inbound_acl_rules[count.index].protocol
  cidr_block      = try(var.intra_inbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.intra_inbound_acl_rules[count.index].ipv6_cidr_block, null)
}

resource "aws_network_acl_rule" "intra_outbound" {
  count           = local.nacl_intra ? length(var.intra_outbound_acl_rules) : 0
  network_acl_id  = aws_network_acl.intra[0].id
  egress          = true
  rule_number     = var.intra_outbound_acl_rules[count.index].rule_number
  rule_action     = var.intra_outbound_acl_rules[count.index].rule_action
  from_port       = try(var.intra_outbound_acl_rules[count.index].from_port, null)
  to_port         = try(var.intra_outbound_acl_rules[count.index].to_port, null)
  protocol        = var.intra_outbound_acl_rules[count.index].protocol
  cidr_block      = try(var.intra_outbound_acl_rules[count.index].cidr_block, null)
  ipv6_cidr_block = try(var.intra_outbound_acl_rules[count.index].ipv6_cidr_block, null)
}

output "vpc_id" {
  value = local.vpc_id
}

output "vpc_arn" {
  value = try(aws_vpc.this[0].arn, null)
}

output "vpc_cidr_block" {
  value = try(aws_vpc.this[0].cidr_block, null)
}

output "vpc_secondary_cidr_blocks" {
  value = var.secondary_cidr_blocks
}

output "default_security_group_id" {
  value = try(aws_vpc.this[0].default_security_group_id, null)
}

output "vpc_main_route_table_id" {
  value = try(aws_vpc.this[0].main_route_table_id, null)
}

output "name" {
  value = var.name
}

output "azs" {
  value = var.azs
}

output "igw_id" {
  value = try(aws_internet_gateway.this[0].id, null)
}

output "natgw_ids" {
  value = aws_nat_gateway.this[*].id
}

output "nat_public_ips" {
  value = aws_eip.nat[*].public_ip
}

output "public_subnets" {
  value = aws_subnet.public[*].id
}

output "public_subnet_arns" {
  value = aws_subnet.public[*].arn
}

output "public_subnets_cidr_blocks" {
  value = compact(aws_subnet.public[*].cidr_block)
}

output "public_subnet_objects" {
  value = aws_subnet.public
}

output "public_route_table_ids" {
  value = aws_route_table.public[*].id
}

output "private_subnets" {
  value = aws_subnet.private[*].id
}

output "private_subnet_arns" {
  value = aws_subnet.private[*].arn
}

output "private_subnets_cidr_blocks" {
  value = compact(aws_subnet.private[*].cidr_block)
}

output "private_subnet_objects" {
  value = aws_subnet.private
}

output "private_route_table_ids" {
  value = aws_route_table.private[*].id
}

output "intra_subnets" {
  value = aws_subnet.intra[*].id
}

output "intra_subnet_arns" {
  value = aws_subnet.intra[*].arn
}

output "intra_subnets_cidr_blocks" {
  value = compact(aws_subnet.intra[*].cidr_block)
}

output "intra_subnet_objects" {
  value = aws_subnet.intra
}

output "intra_route_table_ids" {
  value = aws_route_table.intra[*].id
}

output "database_subnets" {
  value = aws_subnet.database[*].id
}

output "database_subnets_cidr_blocks" {
  value = compact(aws_subnet.database[*].cidr_block)
}
