provider "aws" {
  region = "eu-west-1"
}

module "eks" { # expect: fail open
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 17.24"

  cluster_name    = "orders"
  cluster_version = "1.35"
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  subnets         = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]
}
