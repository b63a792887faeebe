provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "here" {
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_vpc" "other" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.20.0.0/19"
  availability_zone = data.aws_availability_zones.here.names[0]
}

resource "aws_subnet" "b" { # expect: fail violated
  vpc_id            = aws_vpc.other.id
  cidr_block        = "10.30.32.0/19"
  availability_zone = data.aws_availability_zones.here.names[1]
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config {
    subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
  }
}
