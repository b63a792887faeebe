# version 1: as all others
