# https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/2.78.0?tab=inputs

variable "enable_dns_hostnames" {
  default = false
}

variable "map_public_ip_on_launch" {
  default = true
}

variable "manage_default_security_group" {
  default = false
}

# Until version 3 the endpoints are inputs of the module itself.

variable "enable_s3_endpoint" {
  default = false
}

data "aws_region" "endpoints" {}

resource "aws_vpc_endpoint" "s3" {
  count             = var.create_vpc && var.enable_s3_endpoint ? 1 : 0
  vpc_id            = aws_vpc.this[0].id
  service_name      = "com.amazonaws.${data.aws_region.endpoints.name}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat(aws_route_table.private[*].id, aws_route_table.intra[*].id)
}

variable "enable_ec2_endpoint" {
  default = false
}

variable "ec2_endpoint_private_dns_enabled" {
  default = false
}

variable "ec2_endpoint_security_group_ids" {
  default = []
}

variable "ec2_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "ec2" {
  count               = var.create_vpc && var.enable_ec2_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.ec2"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.ec2_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.ec2_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.ec2_endpoint_private_dns_enabled
}

variable "enable_ecr_api_endpoint" {
  default = false
}

variable "ecr_api_endpoint_private_dns_enabled" {
  default = false
}

variable "ecr_api_endpoint_security_group_ids" {
  default = []
}

variable "ecr_api_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "ecr_api" {
  count               = var.create_vpc && var.enable_ecr_api_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.ecr.api"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.ecr_api_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.ecr_api_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.ecr_api_endpoint_private_dns_enabled
}

variable "enable_ecr_dkr_endpoint" {
  default = false
}

variable "ecr_dkr_endpoint_private_dns_enabled" {
  default = false
}

variable "ecr_dkr_endpoint_security_group_ids" {
  default = []
}

variable "ecr_dkr_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "ecr_dkr" {
  count               = var.create_vpc && var.enable_ecr_dkr_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.ecr.dkr"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.ecr_dkr_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.ecr_dkr_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.ecr_dkr_endpoint_private_dns_enabled
}

variable "enable_sts_endpoint" {
  default = false
}

variable "sts_endpoint_private_dns_enabled" {
  default = false
}

variable "sts_endpoint_security_group_ids" {
  default = []
}

variable "sts_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "sts" {
  count               = var.create_vpc && var.enable_sts_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.sts"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.sts_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.sts_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.sts_endpoint_private_dns_enabled
}

variable "enable_logs_endpoint" {
  default = false
}

variable "logs_endpoint_private_dns_enabled" {
  default = false
}

variable "logs_endpoint_security_group_ids" {
  default = []
}

variable "logs_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "logs" {
  count               = var.create_vpc && var.enable_logs_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.logs"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.logs_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.logs_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.logs_endpoint_private_dns_enabled
}

variable "enable_elasticloadbalancing_endpoint" {
  default = false
}

variable "elasticloadbalancing_endpoint_private_dns_enabled" {
  default = false
}

variable "elasticloadbalancing_endpoint_security_group_ids" {
  default = []
}

variable "elasticloadbalancing_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "elasticloadbalancing" {
  count               = var.create_vpc && var.enable_elasticloadbalancing_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.elasticloadbalancing"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.elasticloadbalancing_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.elasticloadbalancing_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.elasticloadbalancing_endpoint_private_dns_enabled
}

variable "enable_ec2_autoscaling_endpoint" {
  default = false
}

variable "ec2_autoscaling_endpoint_private_dns_enabled" {
  default = false
}

variable "ec2_autoscaling_endpoint_security_group_ids" {
  default = []
}

variable "ec2_autoscaling_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "ec2_autoscaling" {
  count               = var.create_vpc && var.enable_ec2_autoscaling_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.autoscaling"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.ec2_autoscaling_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.ec2_autoscaling_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.ec2_autoscaling_endpoint_private_dns_enabled
}

variable "enable_ssm_endpoint" {
  default = false
}

variable "ssm_endpoint_private_dns_enabled" {
  default = false
}

variable "ssm_endpoint_security_group_ids" {
  default = []
}

variable "ssm_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "ssm" {
  count               = var.create_vpc && var.enable_ssm_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.ssm"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.ssm_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.ssm_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.ssm_endpoint_private_dns_enabled
}

variable "enable_kms_endpoint" {
  default = false
}

variable "kms_endpoint_private_dns_enabled" {
  default = false
}

variable "kms_endpoint_security_group_ids" {
  default = []
}

variable "kms_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "kms" {
  count               = var.create_vpc && var.enable_kms_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.kms"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.kms_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.kms_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.kms_endpoint_private_dns_enabled
}

variable "enable_sqs_endpoint" {
  default = false
}

variable "sqs_endpoint_private_dns_enabled" {
  default = false
}

variable "sqs_endpoint_security_group_ids" {
  default = []
}

variable "sqs_endpoint_subnet_ids" {
  default = []
}

resource "aws_vpc_endpoint" "sqs" {
  count               = var.create_vpc && var.enable_sqs_endpoint ? 1 : 0
  vpc_id              = aws_vpc.this[0].id
  service_name        = "com.amazonaws.${data.aws_region.endpoints.name}.sqs"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = var.sqs_endpoint_security_group_ids
  subnet_ids          = coalescelist(var.sqs_endpoint_subnet_ids, aws_subnet.private[*].id)
  private_dns_enabled = var.sqs_endpoint_private_dns_enabled
}
