# The production cluster of the orders platform, with the network it runs in.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "cluster_version" {
  type    = string
  default = "1.35"
}

locals {
  name = "orders-prod"
  azs  = slice(data.aws_availability_zones.available.names, 0, 3)
  node_groups = {
    system = {
      ami_type       = "AL2023_ARM_64_STANDARD"
      capacity_type  = "ON_DEMAND"
      instance_types = ["m7g.large"]
      min_size       = 3
      max_size       = 6
      desired_size   = 3
    }
    batch = {
      ami_type       = "BOTTLEROCKET_x86_64"
      capacity_type  = "SPOT"
      instance_types = ["m6i.xlarge", "m6a.xlarge", "m5.xlarge"]
      min_size       = 0
      max_size       = 12
      desired_size   = 2
    }
  }
}

data "aws_availability_zones" "available" {
  state = "available"
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"

  name            = "orders"
  cidr            = "10.40.0.0/16"
  azs             = local.azs
  private_subnets = ["10.40.0.0/20", "10.40.16.0/20", "10.40.32.0/20"]
  public_subnets  = ["10.40.128.0/24", "10.40.129.0/24", "10.40.130.0/24"]

  enable_nat_gateway      = true
  one_nat_gateway_per_az  = true
  map_public_ip_on_launch = true

  private_subnet_tags = { "kubernetes.io/role/internal-elb" = "1" }
  public_subnet_tags  = { "kubernetes.io/role/elb" = "1" }
}

resource "aws_security_group" "control_plane" {
  name        = "orders-prod-control-plane"
  description = "The VPN reaches the API server"
  vpc_id      = module.vpc.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "vpn" {
  security_group_id = aws_security_group.control_plane.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.200.0.0/16"
}

resource "aws_eks_cluster" "this" {
  name                      = local.name
  version                   = var.cluster_version
  role_arn                  = "arn:aws:iam::111122223333:role/orders-prod-cluster"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  vpc_config {
    subnet_ids              = module.vpc.private_subnets
    security_group_ids      = [aws_security_group.control_plane.id]
    endpoint_public_access  = true
    endpoint_private_access = true
    public_access_cidrs     = ["198.51.100.0/24"]
  }

  access_config {
    authentication_mode = "API"
  }

  upgrade_policy {
    support_type = "STANDARD"
  }

  encryption_config {
    provider {
      key_arn = "arn:aws:kms:eu-central-1:111122223333:key/6f0b2a84-3c17-4d5e-9a61-7e8f90b1c2d3"
    }
    resources = ["secrets"]
  }

  tags = { team = "orders" }
}

resource "aws_iam_openid_connect_provider" "this" {
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_launch_template" "nodes" {
  name_prefix            = "orders-prod-"
  vpc_security_group_ids = [aws_eks_cluster.this.vpc_config[0].cluster_security_group_id]

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted   = true
      volume_size = 80
      volume_type = "gp3"
    }
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
}

resource "aws_eks_node_group" "this" {
  for_each = local.node_groups

  cluster_name    = aws_eks_cluster.this.name
  node_group_name = each.key
  node_role_arn   = "arn:aws:iam::111122223333:role/orders-prod-node"
  subnet_ids      = module.vpc.private_subnets
  ami_type        = each.value.ami_type
  capacity_type   = each.value.capacity_type
  instance_types  = each.value.instance_types

  scaling_config {
    min_size     = each.value.min_size
    max_size     = each.value.max_size
    desired_size = each.value.desired_size
  }

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }
}

resource "aws_eks_addon" "this" {
  for_each = toset(["coredns", "kube-proxy", "vpc-cni"])

  cluster_name = aws_eks_cluster.this.name
  addon_name   = each.value
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = module.vpc.vpc_id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = module.vpc.private_route_table_ids
}
