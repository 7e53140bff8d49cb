// The SDK for Go in a program that stays: for each line on stdin it says with which key it is whom. From one line to the next
// its credentials have got old.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	ctx := context.Background()
	settings, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	client := sts.NewFromConfig(settings)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		settings.Credentials.(*aws.CredentialsCache).Invalidate()
		credentials, err := settings.Credentials.Retrieve(ctx)
		if err != nil {
			log.Fatal(err)
		}
		identity, err := client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(credentials.AccessKeyID, *identity.Arn)
	}
}
