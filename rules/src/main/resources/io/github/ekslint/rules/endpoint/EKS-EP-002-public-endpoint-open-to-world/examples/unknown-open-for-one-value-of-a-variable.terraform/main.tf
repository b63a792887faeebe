provider "aws" {
  region = "eu-west-1"
}

variable "public" {
  type = bool
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config { # expect: unknown
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]

    endpoint_private_access = true
    endpoint_public_access  = var.public
  }
}
