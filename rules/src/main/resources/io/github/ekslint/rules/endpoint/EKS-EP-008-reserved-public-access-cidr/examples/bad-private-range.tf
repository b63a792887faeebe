provider "aws" {
  region = "eu-west-1"
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config {
    subnet_ids = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]

    public_access_cidrs = [
      "203.0.113.0/24",
      "10.20.0.0/16", # expect: fail reserved
    ]
  }
}
