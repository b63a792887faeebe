provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "here" {}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"

  cidr               = "10.20.0.0/16"
  azs                = slice(data.aws_availability_zones.here.names, 0, 2)
  private_subnets    = ["10.20.0.0/19", "10.20.32.0/19"]
  public_subnets     = ["10.20.64.0/24", "10.20.65.0/24"]
  enable_nat_gateway = true
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name    = "orders"
  cluster_version = "1.35"
  vpc_id          = module.vpc.vpc_id
  subnet_ids      = module.vpc.private_subnets
}
